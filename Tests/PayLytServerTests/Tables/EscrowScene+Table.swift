/// The table, in the order in which a deal goes.
extension EscrowScene {
  static let work = """
    FundEscrow                             client                  freelancer       stranger
    created                                awaitingPayment         NOT_THE_CLIENT   NOT_FOUND
    awaitingPayment                        (awaitingPayment)       NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, restating             partiallyFunded         NOT_THE_CLIENT   NOT_FOUND
    frozenPart                             partiallyFunded, frozen  NOT_THE_CLIENT  NOT_FOUND
    paidLocked, inReview, consented        ILLEGAL_TRANSITION      NOT_THE_CLIENT   NOT_FOUND
    raising                                ILLEGAL_TRANSITION      NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased, frozen              ILLEGAL_TRANSITION      NOT_THE_CLIENT   NOT_FOUND
    frozenReview, disputed, released       ILLEGAL_TRANSITION      NOT_THE_CLIENT   NOT_FOUND
    refunded, cancelled, split, expired    ILLEGAL_TRANSITION      NOT_THE_CLIENT   NOT_FOUND

    SubmitMilestone                        freelancer           stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_FOUND
    paidLocked, inReview, consented        inReview             NOT_FOUND
    raising                                inReview             NOT_FOUND
    frozen, frozenReview                   inReview, frozen     NOT_FOUND
    partiallyReleased                      partiallyReleased    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_FOUND

    SubmitMilestone, unknown               freelancer           stranger
    created, awaitingPayment, restating    NOT_FOUND            NOT_FOUND
    partiallyFunded, frozenPart            NOT_FOUND            NOT_FOUND
    paidLocked, inReview, consented        NOT_FOUND            NOT_FOUND
    raising                                NOT_FOUND            NOT_FOUND
    frozen, frozenReview                   NOT_FOUND            NOT_FOUND
    partiallyReleased                      NOT_FOUND            NOT_FOUND
    disputed, released, refunded           NOT_FOUND            NOT_FOUND
    cancelled, split, expired              NOT_FOUND            NOT_FOUND

    RequestRevision                        client               freelancer       stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    paidLocked, consented, frozen          ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    raising                                ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    inReview                               paidLocked           NOT_THE_CLIENT   NOT_FOUND
    frozenReview                           paidLocked, frozen   NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased, disputed, released  ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    refunded, cancelled, split, expired    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND

    ExtendInspection                       client               freelancer           stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    paidLocked, consented, frozen          ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    raising                                ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    frozenReview                           inReview, frozen     inReview, frozen     NOT_FOUND
    partiallyReleased, disputed, released  ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    refunded, cancelled, split, expired    ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    ExtendInspection, by more than agreed  client               freelancer           stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    paidLocked, consented, frozen          ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    raising                                ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    inReview                               INSPECTION_TOO_LONG  inReview             NOT_FOUND
    frozenReview                           INSPECTION_TOO_LONG  inReview, frozen     NOT_FOUND
    partiallyReleased, disputed, released  ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    refunded, cancelled, split, expired    ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    SetPayees                              freelancer                stranger
    created                                created                   NOT_FOUND
    awaitingPayment                        awaitingPayment           NOT_FOUND
    partiallyFunded, restating             partiallyFunded           NOT_FOUND
    frozenPart                             partiallyFunded, frozen   NOT_FOUND
    paidLocked, consented                  paidLocked                NOT_FOUND
    raising                                paidLocked                NOT_FOUND
    frozen                                 paidLocked, frozen        NOT_FOUND
    inReview                               inReview                  NOT_FOUND
    frozenReview                           inReview, frozen          NOT_FOUND
    partiallyReleased                      partiallyReleased         NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION        NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION        NOT_FOUND


    """

  static let money = """
    ReleaseMilestone                       client               freelancer       stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    paidLocked, inReview, consented        partiallyReleased    NOT_THE_CLIENT   NOT_FOUND
    raising                                partiallyReleased    NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased                      released             NOT_THE_CLIENT   NOT_FOUND
    frozen, frozenReview                   ESCROW_FROZEN        NOT_THE_CLIENT   NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND

    ReleaseEscrow                          client               freelancer       stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    paidLocked, inReview, consented        released             NOT_THE_CLIENT   NOT_FOUND
    raising                                released             NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased                      released             NOT_THE_CLIENT   NOT_FOUND
    frozen, frozenReview                   ESCROW_FROZEN        NOT_THE_CLIENT   NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND

    ReleaseEscrow, more than is held       client               freelancer       stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    paidLocked, inReview, consented        AMOUNT_OVER_HELD     NOT_THE_CLIENT   NOT_FOUND
    raising                                AMOUNT_OVER_HELD     NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased                      AMOUNT_OVER_HELD     NOT_THE_CLIENT   NOT_FOUND
    frozen, frozenReview                   ESCROW_FROZEN        NOT_THE_CLIENT   NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND

    RefundEscrow                           client               freelancer       stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   ~                NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   ~                NOT_FOUND
    paidLocked, inReview, consented        REFUND_NOT_DUE       refunded         NOT_FOUND
    raising                                REFUND_NOT_DUE       refunded         NOT_FOUND
    partiallyReleased                      REFUND_NOT_DUE       refunded         NOT_FOUND
    frozen, frozenReview                   REFUND_NOT_DUE       ESCROW_FROZEN    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ~                NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ~                NOT_FOUND

    CancelEscrow                           client               freelancer       stranger
    created, awaitingPayment               cancelled            NOT_THE_CLIENT   NOT_FOUND
    partiallyFunded, restating             refunded             NOT_THE_CLIENT   NOT_FOUND
    frozenPart                             ESCROW_FROZEN        NOT_THE_CLIENT   NOT_FOUND
    paidLocked, inReview, consented        ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    raising                                ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    partiallyReleased                      ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    frozen, frozenReview                   ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND


    """

  static let agreement = """
    RestateEscrow                          client               freelancer           stranger
    created, awaitingPayment               ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded                        partiallyFunded      partiallyFunded      NOT_FOUND
    restating                              paidLocked           partiallyFunded      NOT_FOUND
    frozenPart, frozen, frozenReview       ESCROW_FROZEN        ESCROW_FROZEN        NOT_FOUND
    paidLocked, consented                  paidLocked           paidLocked           NOT_FOUND
    raising                                paidLocked           paidLocked           NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    partiallyReleased                      INVALID_FIELD        INVALID_FIELD        NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    RestateEscrow, upwards                 client               freelancer           stranger
    created, awaitingPayment               ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, restating             INVALID_FIELD        INVALID_FIELD        NOT_FOUND
    frozenPart, frozen, frozenReview       ESCROW_FROZEN        ESCROW_FROZEN        NOT_FOUND
    paidLocked, consented                  paidLocked           paidLocked           NOT_FOUND
    raising                                paidLocked           paidLocked           NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    partiallyReleased                      partiallyReleased    partiallyReleased    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    RestateEscrow, something new           client               freelancer           stranger
    created, awaitingPayment               ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, restating             INVALID_FIELD        INVALID_FIELD        NOT_FOUND
    frozenPart, frozen, frozenReview       ESCROW_FROZEN        ESCROW_FROZEN        NOT_FOUND
    paidLocked, consented                  paidLocked           paidLocked           NOT_FOUND
    raising                                paidLocked, raised   paidLocked           NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    partiallyReleased                      partiallyReleased    partiallyReleased    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    RestateEscrow, another deadline        client               freelancer           stranger
    created, awaitingPayment               ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, restating             SCOPE_OVER_FUNDED    SCOPE_OVER_FUNDED    NOT_FOUND
    frozenPart, frozen, frozenReview       ESCROW_FROZEN        ESCROW_FROZEN        NOT_FOUND
    paidLocked, consented                  paidLocked           paidLocked           NOT_FOUND
    raising                                paidLocked           paidLocked           NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    partiallyReleased                      partiallyReleased    partiallyReleased    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    RestateEscrow, taken back        client                   freelancer               stranger
    created, awaitingPayment         ILLEGAL_TRANSITION       ILLEGAL_TRANSITION       NOT_FOUND
    partiallyFunded                  (partiallyFunded)        (partiallyFunded)        NOT_FOUND
    restating                        (partiallyFunded)        partiallyFunded          NOT_FOUND
    frozenPart                       (partiallyFunded, frozen)   ~                     NOT_FOUND
    paidLocked, consented            (paidLocked)             (paidLocked)             NOT_FOUND
    raising                          (paidLocked)             paidLocked               NOT_FOUND
    frozen                           (paidLocked, frozen)     (paidLocked, frozen)     NOT_FOUND
    inReview                         (inReview)               (inReview)               NOT_FOUND
    frozenReview                     (inReview, frozen)       (inReview, frozen)       NOT_FOUND
    partiallyReleased                (partiallyReleased)      (partiallyReleased)      NOT_FOUND
    disputed, released, refunded     ILLEGAL_TRANSITION       ILLEGAL_TRANSITION       NOT_FOUND
    cancelled, split, expired        ILLEGAL_TRANSITION       ILLEGAL_TRANSITION       NOT_FOUND

    ConsentCancel                          client               freelancer           stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    paidLocked                             paidLocked           paidLocked           NOT_FOUND
    raising                                paidLocked           paidLocked           NOT_FOUND
    consented                              refunded             paidLocked           NOT_FOUND
    inReview                               inReview             inReview             NOT_FOUND
    partiallyReleased                      partiallyReleased    partiallyReleased    NOT_FOUND
    frozen, frozenReview                   ESCROW_FROZEN        ESCROW_FROZEN        NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION   ILLEGAL_TRANSITION   NOT_FOUND

    ConsentCancel, taken back              client                freelancer            stranger
    created, awaitingPayment, restating    ILLEGAL_TRANSITION    ILLEGAL_TRANSITION    NOT_FOUND
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION    ILLEGAL_TRANSITION    NOT_FOUND
    paidLocked                             (paidLocked)          (paidLocked)          NOT_FOUND
    raising                                (paidLocked)          (paidLocked)          NOT_FOUND
    consented                              (paidLocked)          paidLocked            NOT_FOUND
    inReview                               (inReview)            (inReview)            NOT_FOUND
    partiallyReleased                      (partiallyReleased)   (partiallyReleased)   NOT_FOUND
    frozen                                 (paidLocked, frozen)  (paidLocked, frozen)  NOT_FOUND
    frozenReview                           (inReview, frozen)    (inReview, frozen)    NOT_FOUND
    disputed, released, refunded           ILLEGAL_TRANSITION    ILLEGAL_TRANSITION    NOT_FOUND
    cancelled, split, expired              ILLEGAL_TRANSITION    ILLEGAL_TRANSITION    NOT_FOUND


    """

  static let operators = """
    FreezeEscrow                           admin                       service
    created                                created, frozen             created, frozen
    awaitingPayment                        awaitingPayment, frozen     awaitingPayment, frozen
    partiallyFunded, restating             partiallyFunded, frozen     partiallyFunded, frozen
    paidLocked, consented                  paidLocked, frozen          paidLocked, frozen
    raising                                paidLocked, frozen          paidLocked, frozen
    inReview                               inReview, frozen            inReview, frozen
    partiallyReleased                      partiallyReleased, frozen   partiallyReleased, frozen
    disputed                               disputed, frozen            disputed, frozen
    frozenPart, frozen, frozenReview       ESCROW_FROZEN               ESCROW_FROZEN
    released, refunded, cancelled          ILLEGAL_TRANSITION          ILLEGAL_TRANSITION
    split, expired                         ILLEGAL_TRANSITION          ILLEGAL_TRANSITION

    UnfreezeEscrow                         admin
    created, awaitingPayment, restating    ESCROW_NOT_FROZEN
    partiallyFunded, paidLocked            ESCROW_NOT_FROZEN
    raising                                ESCROW_NOT_FROZEN
    consented, inReview, disputed          ESCROW_NOT_FROZEN
    partiallyReleased                      ESCROW_NOT_FROZEN
    frozenPart                             partiallyFunded
    frozen                                 paidLocked
    frozenReview                           inReview
    released, refunded, cancelled          ILLEGAL_TRANSITION
    split, expired                         ILLEGAL_TRANSITION

    OverrideEscrow                         admin
    created, awaitingPayment, restating    ILLEGAL_TRANSITION
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION
    paidLocked, inReview, consented        split
    raising                                split
    partiallyReleased                      split
    frozen, frozenReview                   split, frozen
    disputed, released, refunded           ILLEGAL_TRANSITION
    cancelled, split, expired              ILLEGAL_TRANSITION

    OverrideEscrow, unbalanced             admin
    created, awaitingPayment, restating    ILLEGAL_TRANSITION
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION
    paidLocked, inReview, consented        PARTS_DO_NOT_ADD_UP
    raising                                PARTS_DO_NOT_ADD_UP
    partiallyReleased                      PARTS_DO_NOT_ADD_UP
    frozen, frozenReview                   PARTS_DO_NOT_ADD_UP
    disputed, released, refunded           ILLEGAL_TRANSITION
    cancelled, split, expired              ILLEGAL_TRANSITION

    OverrideEscrow, above the limit        admin
    created, awaitingPayment, restating    ILLEGAL_TRANSITION
    partiallyFunded, frozenPart            ILLEGAL_TRANSITION
    paidLocked, consented                  paidLocked
    raising                                paidLocked
    inReview                               inReview
    partiallyReleased                      partiallyReleased
    frozen                                 paidLocked, frozen
    frozenReview                           inReview, frozen
    disputed, released, refunded           ILLEGAL_TRANSITION
    cancelled, split, expired              ILLEGAL_TRANSITION
    """
}
