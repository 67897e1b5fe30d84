"""The book: once per key, attempts and waits, what a crash leaves behind, what the outbox shows."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, DeliveryInDoubt, Email, FileDrop, SlackPost
from bireme_emulator.kernel.delivery.channels import Parcel, SendFault, confined

MAIL = Email(("a@b.example",), "Flights", "See the file.")


class Scripted:
    """A channel that goes as it is told: each fault in turn, then well."""

    def __init__(self, *faults: BaseException, idempotent: bool = False) -> None:
        self.faults, self.idempotent = list(faults), idempotent
        self.parcels: list[Parcel] = []

    def send(self, parcel: Parcel) -> None:
        self.parcels.append(parcel)
        parcel.mark(f"step {len(self.parcels)}")
        if self.faults:
            raise self.faults.pop(0)


@pytest.fixture
def scripted(make_book: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    def make(*faults: BaseException, idempotent: bool = False, **options: Any) -> tuple[Any, Scripted]:
        book, channel = make_book(**options), Scripted(*faults, idempotent=idempotent)
        monkeypatch.setattr(book.deliveries._channels, "of", lambda message: channel)
        return book, channel

    return make


def later(text: str = "busy", **more: Any) -> SendFault:
    return SendFault(text, temporary=True, **more)


def test_without_a_channel_it_is_kept_with_its_files_for_good(make_book: Any, report: Attachment) -> None:
    book = make_book()
    record = book.deliver("one", Email(("a@b.example",), "Flights", "Hello", (report,)))
    assert (record["status"], record["attempts"], book.log[0][1]) == (
        "kept",
        0,
        "email to a@b.example: kept in the outbox",
    )
    book.clock.advance(30 * 86_400)
    kept = book.files.get(record["attachments"][0]["file_id"])
    assert kept.path.read_bytes() == report.path.read_bytes()


def test_a_key_is_delivered_once(scripted: Any) -> None:
    book, channel = scripted()
    first = book.deliver("one", MAIL)
    assert book.deliver("one", Email(("x@y.example",), "Other", "Other")) == first
    assert book.deliver("two", MAIL)["id"] != first["id"]
    assert len(channel.parcels) == 2
    assert channel.parcels[0].id != channel.parcels[1].id


def test_two_threads_with_one_key_send_it_once(scripted: Any) -> None:
    book, channel = scripted()
    threads = [threading.Thread(target=book.deliveries.deliver, args=("one", MAIL)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(channel.parcels) == 1


def test_a_temporary_fault_is_tried_again_after_growing_waits(scripted: Any) -> None:
    book, channel = scripted(later("one"), later("two", wait=70.0))
    start = book.clock.now()
    record = book.deliver("one", MAIL)
    assert (record["status"], record["attempts"], record["error"]) == ("sent", 3, None)
    moments = [(parcel.now - start).total_seconds() for parcel in channel.parcels]
    assert moments == [0, 5, 75]
    assert channel.parcels[2].done == ("step 1", "step 2")
    assert book.errors == [
        "email to a@b.example: attempt 1 of 5 failed: one; the next one is in 5 seconds",
        "email to a@b.example: attempt 2 of 5 failed: two; the next one is in 70 seconds",
    ]


def test_attempts_are_bounded(scripted: Any) -> None:
    book, channel = scripted(*[later() for _ in range(9)])
    assert book.refused("one", MAIL) == "email to a@b.example: busy"
    assert len(channel.parcels) == 5
    assert book.errors[-1].endswith("attempt 5 failed: busy; it is not tried again")
    assert book.refused("one", MAIL) == "busy"
    assert len(channel.parcels) == 5


def test_a_permanent_fault_fails_at_once(scripted: Any) -> None:
    book, channel = scripted(SendFault("no such mailbox"))
    assert "no such mailbox" in book.refused("one", MAIL)
    assert (len(channel.parcels), book.deliveries.find("one")["status"]) == (1, "failed")


def test_a_fault_of_our_own_leaves_it_in_doubt_and_tells_no_detail(
    scripted: Any, caplog: pytest.LogCaptureFixture
) -> None:
    book, _ = scripted(KeyError("inner detail"))
    with pytest.raises(DeliveryInDoubt):
        book.deliver("one", MAIL)
    assert "inner detail" not in book.deliveries.find("one")["error"]
    assert "inner detail" in caplog.text


def wait_for_the_pause(book: Any) -> None:
    """Until the first attempt has failed and the next one is awaited."""
    for _ in range(20_000):
        found = book.deliveries.find("one")
        if found is not None and found["status"] == "pending" and found["error"]:
            return
        time.sleep(0.001)
    pytest.fail("no attempt has failed in 20 seconds")


class Killed(BaseException):
    """Ends the work where it stands, as a kill would: nothing is written after it."""


@pytest.mark.parametrize("idempotent", [True, False])
def test_what_was_being_sent_when_killed(scripted: Any, tmp_path: Path, idempotent: bool) -> None:
    state = str(tmp_path / "state.sqlite")
    book, channel = scripted(Killed(), idempotent=idempotent, state=state)
    with pytest.raises(Killed):
        book.deliveries.deliver("one", MAIL)
    assert book.deliveries.find("one")["status"] == "sending"
    book.close()
    again, after = scripted(idempotent=idempotent, state=state)
    if idempotent:
        assert again.deliver("one", MAIL)["status"] == "sent"
        assert after.parcels[0].id == channel.parcels[0].id
        return
    for _ in range(2):
        with pytest.raises(DeliveryInDoubt, match=r"look whether it arrived \(delivery 1, Message-ID <"):
            again.deliver("one", MAIL)
    assert after.parcels == []
    assert len(again.errors) == 1
    assert again.deliveries.find("one")["status"] == "in_doubt"


def test_what_was_sent_before_a_restart_is_not_sent_again(scripted: Any, tmp_path: Path) -> None:
    book, _ = scripted(state=str(tmp_path / "state.sqlite"))
    book.deliver("one", MAIL)
    book.close()
    again, after = scripted(state=str(tmp_path / "state.sqlite"))
    assert again.deliver("one", MAIL)["status"] == "sent"
    assert after.parcels == []


def test_stopping_the_emulator_leaves_it_for_the_next_start(scripted: Any, tmp_path: Path) -> None:
    book, _ = scripted(later(), state=str(tmp_path / "state.sqlite"))

    def run() -> None:
        with pytest.raises(DeliveryFailed, match="sent after the next start"):
            book.deliveries.deliver("one", MAIL)

    thread = threading.Thread(target=run)
    thread.start()
    wait_for_the_pause(book)
    book.close()
    thread.join(10)
    assert not thread.is_alive()
    again, _ = scripted(state=str(tmp_path / "state.sqlite"))
    assert again.deliver("one", MAIL)["attempts"] == 2


def test_a_cancelled_job_stops_waiting(scripted: Any) -> None:
    book, channel = scripted(later())
    with pytest.raises(DeliveryFailed, match="cancelled"):
        book.deliver("one", MAIL, stop=lambda: bool(channel.parcels))
    assert len(channel.parcels) == 1


def test_a_reset_while_it_waits_writes_nothing_into_the_new_state(scripted: Any) -> None:
    book, _ = scripted(later())
    empty = book.store.snapshot()
    outcome: list[str] = []

    def run() -> None:
        with pytest.raises(DeliveryFailed) as caught:
            book.deliveries.deliver("one", MAIL)
        outcome.append(str(caught.value))

    thread = threading.Thread(target=run)
    thread.start()
    wait_for_the_pause(book)
    book.store.restore(empty)
    thread.join(10)
    assert outcome == ["the session was reset meanwhile"]
    assert book.deliveries.list() == []


def test_the_outbox_is_chosen_from_and_cleared_without_sending_anything_twice(
    make_book: Any, report: Attachment
) -> None:
    book = make_book()
    mail = book.deliver(
        "1", Email(("a@b.example",), "One", "", (report,), bcc=("hidden@b.example",), cc=("copy@b.example",))
    )
    post = book.deliver("2", SlackPost(("C1", "C2"), "Two"))
    drop = book.deliver("3", FileDrop("sftp", "archive", "x.csv", report))
    select = book.deliveries.select
    assert select(channel="slack") == [post]
    assert select(to="hidden@b.example") == [mail] == select(limit=3)[:1]
    assert select(to="copy@b.example") == [mail]
    assert select(since=mail["id"], to="archive") == [drop]
    assert select(limit=1) == [drop]
    book.deliveries.clear()
    assert book.deliveries.list() == []
    assert list(book.files.directory.iterdir()) == []
    assert book.deliver("1", MAIL)["status"] == "kept"
    assert book.deliveries.list() == []


@pytest.mark.parametrize(
    "path", ["", "/", "a/", "../a", "a/../../b", "a\0b", "a\\b", "..", "a\nb", "x" * 300, "\ud800"]
)
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    with pytest.raises(SendFault) as caught:
        confined("/upload", path)
    assert not caught.value.temporary


@pytest.mark.parametrize(
    ("path", "expected"), [("/etc/passwd", "/in/etc/passwd"), ("a//./b c", "/in/a/b c"), ("ü", "/in/ü")]
)
def test_paths_stay_below_the_root(path: str, expected: str) -> None:
    assert confined("/in", path) == expected
    assert confined("", path) == expected.removeprefix("/in/")
