"""Mail to a real relay: what arrives, logins and encryption, refusals, and a kill before the answer."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.kernel.delivery import Attachment, DeliveryInDoubt, Email
from bireme_emulator.kernel.delivery.settings import SmtpSettings


def to(relay: Any, **more: Any) -> dict[str, Any]:
    return {"smtp": SmtpSettings("127.0.0.1", relay.port, sender="bi@b.example", timeout=10, **more)}


def test_a_mail_arrives_whole(make_book: Any, start_relay: Any, report: Attachment) -> None:
    relay = start_relay()
    book = make_book(**to(relay))
    mail = Email(
        ("a@b.example", "c@d.example"), "Flüge\r\nBcc: evil@x", "Hi\n.\n..x\n", (report,), ("e@f.example",), "<b>Hi</b>"
    )
    assert book.deliver("one", mail)["status"] == "sent"
    receivers, got = relay.mails[0]
    assert receivers == ["a@b.example", "c@d.example", "e@f.example"]
    assert (got["From"], got["To"], got["Subject"]) == ("bi@b.example", "a@b.example, c@d.example", "Flüge Bcc: evil@x")
    assert got["Bcc"] is None
    assert b"e@f.example" not in relay.raw[0]
    assert got["Date"].datetime == datetime(2013, 6, 1, 12, tzinfo=UTC)
    assert got.get_body(("plain",)).get_content().replace("\r\n", "\n") == "Hi\n.\n..x\n"  # type: ignore[union-attr]
    assert "<b>Hi</b>" in got.get_body(("html",)).get_content()  # type: ignore[union-attr]
    (part,) = got.iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("Flüge, June.csv", "text/csv")
    assert part.get_payload(decode=True) == report.path.read_bytes()


def test_a_copy_goes_to_those_who_are_named_for_it_and_everybody_sees_them(make_book: Any, start_relay: Any) -> None:
    relay = start_relay()
    book = make_book(**to(relay))
    book.deliver("one", Email(("a@b.example",), "x", "y", bcc=("e@f.example",), cc=("c@d.example", "a@b.example")))
    receivers, got = relay.mails[0]
    assert receivers == ["a@b.example", "c@d.example", "e@f.example"]
    assert (got["To"], got["Cc"], got["Bcc"]) == ("a@b.example", "c@d.example, a@b.example", None)


def test_its_id_stays_the_same_in_every_attempt(make_book: Any, start_relay: Any) -> None:
    relay = start_relay()
    relay.answers = ["451 later", "250 OK"]
    book = make_book(**to(relay))
    assert book.deliver("one", Email(("a@b.example",), "x", "y"))["attempts"] == 2
    assert relay.mails[0][1]["Message-ID"] == relay.mails[1][1]["Message-ID"]
    book.deliver("two", Email(("a@b.example",), "x", "y"))
    assert relay.mails[2][1]["Message-ID"] != relay.mails[0][1]["Message-ID"]
    assert "451 later" in book.errors[0]


def test_a_permanent_refusal_is_not_tried_again(make_book: Any, start_relay: Any) -> None:
    relay = start_relay()
    relay.answers = ["554 spam"]
    book = make_book(**to(relay))
    assert "554 spam" in book.refused("one", Email(("a@b.example",), "x", "y"))
    assert len(relay.mails) == 1


def test_who_has_it_does_not_get_it_again_when_another_is_tried_later(make_book: Any, start_relay: Any) -> None:
    relay = start_relay()
    relay.refuse = {"full@b.example": ["452 mailbox full"]}
    book = make_book(**to(relay))
    assert book.deliver("one", Email(("full@b.example", "a@b.example"), "x", "y"))["status"] == "sent"
    assert [receivers for receivers, _ in relay.mails] == [["a@b.example"], ["full@b.example"]]


@pytest.mark.parametrize(
    "address", ["", "a", "a@b@c", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y>", "<a@b>", "a@b,c@d"]
)
def test_what_is_no_address_never_reaches_the_relay(make_book: Any, start_relay: Any, address: str) -> None:
    relay = start_relay()
    assert "is no mail address" in make_book(**to(relay)).refused("one", Email((address,), "x", "y"))
    assert relay.mails == []


def test_addresses_beyond_ascii_arrive(make_book: Any, start_relay: Any) -> None:
    relay = start_relay(enable_SMTPUTF8=True)
    assert make_book(**to(relay)).deliver("one", Email(("jörg@b.example",), "x", "y"))["status"] == "sent"
    assert relay.mails[0][0] == ["jörg@b.example"]


def test_no_relay_is_a_temporary_fault(make_book: Any, start_relay: Any) -> None:
    book = make_book(smtp=SmtpSettings("127.0.0.1", 1, timeout=5))
    assert "no connection to the relay" in book.refused("one", Email(("a@b.example",), "x", "y"))
    assert len(book.errors) == 5


def test_a_connection_that_breaks_after_the_text_leaves_it_in_doubt(make_book: Any, start_relay: Any) -> None:
    relay = start_relay()
    relay.hang_up = True
    book = make_book(**to(relay))
    with pytest.raises(DeliveryInDoubt, match="broke before the relay had answered"):
        book.deliver("one", Email(("a@b.example",), "x", "y"))
    assert len(relay.mails) == 1


def certificate(folder: Path) -> tuple[ssl.SSLContext, str]:
    """A server's context for 127.0.0.1, and the file of the certificate to trust."""
    from ipaddress import ip_address

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "relay.test")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False)
    made = builder.sign(key, hashes.SHA256())
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context, str(folder / "cert.pem")


def test_starttls_and_login(make_book: Any, start_relay: Any, tmp_path: Path) -> None:
    context, ca = certificate(tmp_path)
    relay = start_relay(login=True, tls_context=context, require_starttls=True)
    more = {"security": "starttls", "username": "bi"}
    book = make_book(**to(relay, ca=ca, password="open sesame", **more))
    assert book.deliver("one", Email(("a@b.example",), "x", "y"))["status"] == "sent"
    assert (relay.secured, relay.logins) == ([True], [(b"bi", b"open sesame")])
    untrusted = make_book(**to(relay, password="open sesame", **more))
    assert "certificate is not to be trusted" in untrusted.refused("two", Email(("a@b.example",), "x", "y"))
    wrong = make_book(**to(relay, ca=ca, password="hush hush", **more))
    assert "535" in wrong.refused("three", Email(("a@b.example",), "x", "y"))
    assert "hush" not in repr(wrong.deliveries.find("three")) + repr(wrong.log) + repr(to(relay, password="hush hush"))


VICTIM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import conftest
from bireme_emulator.kernel.delivery import Email
from bireme_emulator.kernel.delivery.settings import DeliverySettings, SmtpSettings
settings = DeliverySettings(smtp=SmtpSettings("127.0.0.1", int(sys.argv[3])))
book = conftest.Book(settings, sys.argv[2] + "/state.sqlite", Path(sys.argv[2]))
book.deliveries.deliver("one", Email(("a@b.example",), "x", "y"))
"""


def test_killed_before_the_relay_answered_it_is_in_doubt_and_not_sent_again(
    make_book: Any, start_relay: Any, tmp_path: Path
) -> None:
    relay = start_relay()
    relay.hold = asyncio.Event()
    here = str(Path(__file__).parent)
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, here, str(tmp_path), str(relay.port)])
    assert relay.seen.wait(30)
    victim.kill()
    victim.wait(10)
    book = make_book(state=str(tmp_path / "state.sqlite"), **to(relay))
    with pytest.raises(DeliveryInDoubt, match="killed while it was being sent"):
        book.deliver("one", Email(("a@b.example",), "x", "y"))
    assert len(relay.mails) == 1
    assert book.deliveries.find("one")["status"] == "in_doubt"
