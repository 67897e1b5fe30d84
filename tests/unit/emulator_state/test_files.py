"""The file store: whole files, signed links that end, retention, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.files import FileGone, FileStore, LinkRefused, StoredFile, session_of
from bireme_emulator.kernel.store import Store

BASE = "http://127.0.0.1:8901"


@pytest.fixture
def clock() -> Clock:
    return Clock("frozen", at=datetime(2013, 6, 1, tzinfo=UTC))


@pytest.fixture
def files(clock: Clock) -> Iterator[FileStore]:
    store = FileStore(Store(), clock, session="default")
    yield store
    store.close()


def publish(files: FileStore, text: str = "a,b\n", name: str = "flights.csv", owner: str | None = None) -> StoredFile:
    draft = files.create(name, "text/csv", owner)
    draft.path.write_text(text)
    return files.publish(draft)


def token_of(link: str) -> str:
    return link.partition("?token=")[2]


def refusal(files: FileStore, token: str) -> str:
    with pytest.raises(LinkRefused) as caught:
        files.resolve(token)
    return caught.value.reason


def test_a_published_file_can_be_fetched_by_its_link(files: FileStore) -> None:
    link = files.sign(publish(files, "a,b\n", "Flüge & mehr.csv").id, BASE)
    assert link.startswith(f"{BASE}/")
    assert "/Fl%C3%BCge%20%26%20mehr.csv?token=" in link
    stored = files.resolve(token_of(link))
    assert (stored.name, stored.media_type, stored.size) == ("Flüge & mehr.csv", "text/csv", 4)
    assert stored.path.read_text() == "a,b\n"


def test_a_draft_is_not_visible_and_leaves_nothing_when_discarded(files: FileStore) -> None:
    draft = files.create("flights.csv", "text/csv")
    draft.path.write_text("half")
    with pytest.raises(FileGone):
        files.get(draft.id)
    files.discard(draft)
    files.discard(draft)
    assert list(files.directory.iterdir()) == []


def test_publishing_what_was_never_written_is_an_error(files: FileStore) -> None:
    with pytest.raises(FileNotFoundError):
        files.publish(files.create("flights.csv", "text/csv"))


def test_a_link_ends_on_the_virtual_clock(files: FileStore, clock: Clock) -> None:
    token = token_of(files.sign(publish(files).id, BASE, expires_in=60))
    clock.advance(59)
    assert files.resolve(token).size == 4
    clock.advance(1)
    assert refusal(files, token) == "expired"


def test_a_file_goes_when_its_retention_is_over(files: FileStore, clock: Clock) -> None:
    stored = publish(files)
    token = token_of(files.sign(stored.id, BASE, expires_in=1e9))
    clock.advance(86_399)
    assert files.get(stored.id).size == 4
    clock.advance(1)
    assert refusal(files, token) == "gone"
    with pytest.raises(FileGone, match="2013-06-02"):
        files.sign(stored.id, BASE)
    publish(files)
    assert not stored.path.exists()


def test_a_second_file_of_the_same_owner_replaces_the_first(files: FileStore) -> None:
    first = publish(files, "old", owner="job/7")
    other = publish(files, "other", owner="job/8")
    second = publish(files, "new", owner="job/7")
    with pytest.raises(FileGone):
        files.get(first.id)
    found = files.find("job/7")
    assert found is not None
    assert found.id == second.id
    assert files.get(other.id).size == 5
    assert files.find("job/9") is None
    assert len(list(files.directory.iterdir())) == 2


@given(st.text(max_size=200))
def test_no_made_up_token_opens_anything(token: str) -> None:
    files = _shared()
    assert refusal(files, token) == "invalid"
    session_of(token)


@given(st.integers(0, 400), st.characters(min_codepoint=33, max_codepoint=126))
def test_no_changed_token_opens_anything(position: int, character: str) -> None:
    files = _shared()
    token = token_of(files.sign(_SHARED_FILES[0][1], BASE))
    position %= len(token)
    changed = token[:position] + character + token[position + 1 :]
    if changed != token:
        assert refusal(files, changed) == "invalid"


def test_a_token_says_its_session_and_opens_nothing_in_another(clock: Clock) -> None:
    store = Store()
    mine, other = FileStore(store, clock, session="mine"), FileStore(store, clock, session="other")
    token = token_of(mine.sign(publish(mine).id, BASE))
    assert session_of(token) == "mine"
    assert session_of("garbage") is None
    assert refusal(other, token) == "invalid"
    mine.close()
    other.close()


def test_states_sign_with_secrets_of_their_own(clock: Clock) -> None:
    one, two = FileStore(Store(), clock), FileStore(Store(), clock)
    token = token_of(one.sign(publish(one).id, BASE))
    assert refusal(two, token) == "invalid"
    one.close()
    two.close()


def test_files_and_links_survive_a_restart_and_leftovers_do_not(tmp_path: Path, clock: Clock) -> None:
    store = Store(str(tmp_path / "state.db"))
    files = FileStore(store, clock, tmp_path / "files")
    kept = publish(files, "kept")
    token = token_of(files.sign(kept.id, BASE))
    files.create("half.csv", "text/csv").path.write_text("half")
    (tmp_path / "files" / "notes.txt").write_text("not ours")
    files.close()
    store.close()

    store = Store(str(tmp_path / "state.db"))
    files = FileStore(store, clock, tmp_path / "files")
    assert files.resolve(token).path.read_text() == "kept"
    assert {path.name for path in (tmp_path / "files").iterdir()} == {kept.path.name, "notes.txt"}
    store.close()


def test_a_temporary_folder_goes_with_its_store(clock: Clock) -> None:
    files = FileStore(Store(), clock)
    publish(files)
    files.close()
    files.close()
    assert not files.directory.exists()


def test_after_a_restore_the_files_of_that_time_are_there(clock: Clock) -> None:
    store = Store()
    files = FileStore(store, clock)
    first = publish(files)
    snapshot = store.snapshot()
    second = publish(files)
    store.restore(snapshot)
    assert files.get(first.id).size == 4
    with pytest.raises(FileGone):
        files.get(second.id)
    files.close()


_SHARED_FILES: list[tuple[FileStore, str]] = []


def _shared() -> FileStore:
    """One store for all examples of a property: making one each time would only take time."""
    if not _SHARED_FILES:
        files = FileStore(Store(), Clock("frozen", at=datetime(2013, 6, 1, tzinfo=UTC)))
        _SHARED_FILES.append((files, publish(files).id))
    return _SHARED_FILES[0][0]


@pytest.fixture(scope="module", autouse=True)
def _close_shared() -> Iterator[None]:
    yield
    for files, _ in _SHARED_FILES:
        files.close()
    _SHARED_FILES.clear()


def test_a_file_begun_before_a_reset_is_not_published_into_the_state_after_it(files: FileStore) -> None:
    draft = files.create("flights.csv", "text/csv", "job/1")
    draft.path.write_text("old")
    files._store.restore(files._store.snapshot())
    with pytest.raises(FileGone, match="has been reset"):
        files.publish(draft)
    assert files.find("job/1") is None
