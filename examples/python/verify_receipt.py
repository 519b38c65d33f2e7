"""Checks a receipt without asking PayLyt: `verify_receipt.py RECEIPT PUBLIC_KEY`.

RECEIPT is a file with the wire bytes of a paylyt.escrow.v1.Receipt, PUBLIC_KEY the 64 hex digits of
`ReceiptKey.public_key`. Needs the protobuf package and `openssl`; ends with 1 when the receipt is
not what PayLyt has signed, or when its amounts do not add up."""

import pathlib
import subprocess
import sys
import tempfile

import grpc_tools
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from grpc_tools import protoc

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "proto"
# How DER (RFC 8410) introduces the 32 bytes of an Ed25519 public key.
DER_PREFIX = bytes.fromhex("302a300506032b6570032100")


def receipt_class(folder):
    """The message as our protos define it, compiled on the spot."""
    descriptors = folder / "escrow.bin"
    include = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    code = protoc.main([
        "protoc", f"-I{PROTOS}", f"-I{include}", "--include_imports",
        f"--descriptor_set_out={descriptors}", "paylyt/escrow/v1/escrow.proto",
    ])
    if code != 0:
        sys.exit("protoc refuses the protos")
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(descriptors.read_bytes()).file:
        pool.Add(file)
    return message_factory.GetMessageClass(
        pool.FindMessageTypeByName("paylyt.escrow.v1.Receipt"))


def is_signed(receipt, public_key, folder):
    """Whether the signature is that of everything else in the receipt."""
    signature, signed, key = folder / "signature", folder / "signed", folder / "key.der"
    signature.write_bytes(receipt.signature)
    bare = type(receipt)()
    bare.CopyFrom(receipt)
    bare.ClearField("signature")
    bare.ClearField("key_id")
    signed.write_bytes(bare.SerializeToString(deterministic=True))
    key.write_bytes(DER_PREFIX + public_key)
    result = subprocess.run(
        [
            "openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", str(key),
            "-rawin", "-in", str(signed), "-sigfile", str(signature),
        ], check=False, capture_output=True)
    return result.returncode == 0


def adds_up(receipt):
    """Whether fee and net are the gross, and the parts the net."""
    parts = sum(part.amount.units for part in receipt.parts)
    return (
        receipt.gross.units == receipt.fee.units + receipt.net.units
        and parts == receipt.net.units
    )


def main(path, public_key):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        receipt = receipt_class(folder).FromString(pathlib.Path(path).read_bytes())
        if not is_signed(receipt, bytes.fromhex(public_key), folder):
            sys.exit("NOT GENUINE: the signature is not that of this receipt and this key")
    if not adds_up(receipt):
        sys.exit("WRONG: the amounts do not add up")
    print(f"genuine: {receipt.name}, {receipt.gross.units} smallest units of {receipt.gross.asset}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
