-- What becomes of the payment of an invoice that our node holds back until we say so. The row has
-- the id of its invoice.
CREATE TABLE hold_invoice (
  id            uuid        PRIMARY KEY,
  escrow_id     uuid        NOT NULL,
  -- What takes the payment, encrypted as other details are; empty once it is over.
  key_id        integer     NOT NULL,
  preimage      bytea       NOT NULL,
  -- 1 open, 2 taking, 3 returning, 4 taken, 5 returned.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
  -- Since when the node was seen to hold it; nothing while nobody has paid.
  held_at       timestamptz,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  CONSTRAINT hold_invoice_taking_was_held CHECK (state <> 2 OR held_at IS NOT NULL),
  CONSTRAINT hold_invoice_over_is_wiped CHECK ((state >= 4) = (length(preimage) = 0))
) WITH (fillfactor = 80);
CREATE INDEX hold_invoice_live ON hold_invoice (id) WHERE state < 4;
