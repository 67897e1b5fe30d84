"""Mail by a relay of the operator's: one message to all receivers, with a Message-ID that stays the same."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from .channels import Parcel, SendFault
from .messages import Attachment, Email
from .settings import SmtpSettings

__all__ = ["SmtpChannel", "compose"]

_ADDRESS = re.compile(r"(?!.*=\?)[^\s<>()\[\]\\,;:\"@\x00-\x1f\x7f]{1,64}@[^\s<>()\[\]\\,;:\"@\x00-\x1f\x7f]{1,255}")
_LINE_STARTS = re.compile(rb"(?m)^\.")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_OURSELVES = "bireme-emulator.localdomain"  # what we greet with; looking up our own name could take seconds


class SmtpChannel:
    """Sends a mail once: from the end of its text until the relay's answer, a broken connection leaves it in doubt."""

    idempotent = False

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings

    def send(self, parcel: Parcel) -> None:
        message = parcel.message
        assert isinstance(message, Email)
        everybody = dict.fromkeys((*message.to, *message.cc, *message.bcc))
        receivers = [each for each in everybody if f"to/{each}" not in parcel.done]
        for address in receivers:
            if not _ADDRESS.fullmatch(address):
                raise SendFault(f"{address!r} is no mail address")
        mail = compose(message, parcel, self._settings.sender)
        try:
            with self._connected() as relay:
                self._transfer(relay, receivers, mail, parcel)
        except smtplib.SMTPResponseException as error:
            raise _answered("the relay", error.smtp_code, error.smtp_error) from error
        except ssl.SSLCertVerificationError as error:
            raise SendFault(f"the relay's certificate is not to be trusted: {error.verify_message}") from error
        except smtplib.SMTPNotSupportedError as error:
            raise SendFault(f"the relay cannot do what is needed: {error}") from error
        except (OSError, smtplib.SMTPException) as error:
            raise SendFault(f"no connection to the relay: {_said(error)}", temporary=True) from error

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        host, port, patience = settings.host, settings.port, settings.timeout
        if settings.security == "tls":
            trust = self._trust()
            relay: smtplib.SMTP = smtplib.SMTP_SSL(host, port, _OURSELVES, timeout=patience, context=trust)
        else:
            relay = smtplib.SMTP(host, port, _OURSELVES, timeout=patience)
        try:
            if settings.security == "starttls":
                relay.starttls(context=self._trust())
            relay.ehlo_or_helo_if_needed()
            if settings.username is not None and settings.password is not None:
                relay.login(settings.username, settings.password)
        except BaseException:
            relay.close()
            raise
        return relay

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._settings.ca)

    def _transfer(self, relay: smtplib.SMTP, receivers: list[str], mail: EmailMessage, parcel: Parcel) -> None:
        beyond_ascii = not all(address.isascii() for address in (*receivers, self._settings.sender))
        if beyond_ascii and not relay.has_extn("smtputf8"):
            raise SendFault("the relay takes no addresses beyond ASCII")
        content = mail.as_bytes(policy=SMTPUTF8 if beyond_ascii else SMTP)
        relay.command_encoding = "utf-8" if beyond_ascii else "ascii"
        options = ["SMTPUTF8", "BODY=8BITMIME"] if beyond_ascii else []
        _expect(relay.mail(self._settings.sender, options), "MAIL FROM")
        refused: dict[str, tuple[int, bytes]] = {}
        for address in receivers:
            code, answer = relay.rcpt(address)
            if code not in (250, 251):
                refused[address] = (code, answer)
        taken = [address for address in receivers if address not in refused]
        if taken:
            self._data(relay, content)
            for address in taken:
                parcel.mark(f"to/{address}")
        if refused:
            said = "; ".join(f"{address}: {code} {_text(answer)}" for address, (code, answer) in refused.items())
            later = all(400 <= code < 500 for code, _ in refused.values())
            raise SendFault(f"the relay does not take it for {said}", temporary=later)

    def _data(self, relay: smtplib.SMTP, content: bytes) -> None:
        _expect(relay.docmd("DATA"), "DATA", 354)
        relay.send(_LINE_STARTS.sub(b"..", content))
        try:
            relay.send(b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")
            answer = relay.getreply()
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            lost = f"the connection broke before the relay had answered: {_said(error)}"
            raise SendFault(lost, in_doubt=True) from error
        _expect(answer, "the mail")


def compose(message: Email, parcel: Parcel, sender: str) -> EmailMessage:
    """The mail as it goes out. Hidden receivers stand nowhere in it."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    if message.to:
        mail["To"] = ", ".join(message.to)
    if message.cc:
        mail["Cc"] = ", ".join(message.cc)
    mail["Subject"] = _one_line(message.subject)
    mail["Date"] = format_datetime(parcel.now)
    mail["Message-ID"] = f"<{parcel.id}@{_OURSELVES}>"
    mail.set_content(_encodable(message.text))
    if message.html is not None:
        mail.add_alternative(_encodable(message.html), subtype="html")
        related = mail.get_payload()[-1]  # type: ignore[index]
        for attachment in message.attachments:
            if attachment.content_id is not None:
                _add(related.add_related, attachment, cid=f"<{attachment.content_id}>", disposition="inline")  # type: ignore[union-attr]
    for attachment in message.attachments:
        if attachment.content_id is None or message.html is None:
            _add(mail.add_attachment, attachment)
    return mail


def _add(add: Callable[..., None], attachment: Attachment, **more: str) -> None:
    kind, _, subtype = attachment.media_type.partition(";")[0].strip().partition("/")
    name = _one_line(attachment.name)
    content = attachment.path.read_bytes()
    add(content, maintype=kind, subtype=subtype or "octet-stream", filename=name, **more)


def _one_line(text: str) -> str:
    """Text for a header. Encoded words are taken apart: the mail library decodes them, line breaks and all."""
    return _BREAKS.sub(" ", text).replace("=?", "= ?")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _expect(answer: tuple[int, bytes], what: str, code: int = 250) -> None:
    if answer[0] == -1:
        raise SendFault(f"the relay hung up at {what}", temporary=True)
    if answer[0] != code:
        raise _answered(f"the relay, asked for {what},", *answer)


def _answered(who: str, code: int, answer: bytes | str) -> SendFault:
    return SendFault(f"{who} answered {code} {_text(answer)}", temporary=400 <= code < 500)


def _text(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())[:300]


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
