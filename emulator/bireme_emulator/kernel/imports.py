"""CSV files that become tables of a session, beside those of the workspace."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clock import new_token

if TYPE_CHECKING:
    from .sessions import Session

__all__ = ["ImportRefused", "ImportedTable", "import_csv"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}\Z", re.ASCII)
_MOST = 100  # tables that a session keeps
_lock = threading.Lock()  # two imports of one name must not both find it free


class ImportRefused(Exception):
    """A file cannot become a table; `status` says in HTTP's words whose fault that is."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """A table that was made: its name, the number of rows, its columns as (name, type), and the data source's id.

    Types are those of fields: text, number, date, datetime, truefalse.
    """

    name: str
    data_source_id: int | str
    rows: int
    columns: tuple[tuple[str, str], ...]


def import_csv(session: Session, data_source_id: int | str, name: str, text: str) -> ImportedTable:
    """Make a table of a session from CSV text with a header, in place of an earlier import of that name.

    The table stays until it is replaced or the session is reset; on disk it outlives the process. Names of columns
    become lower case, with underscores. Raises ImportRefused: a name that no table can have or that the workspace has
    taken, text that cannot be read as rows, too many tables.
    """
    from .query import Compiled, QueryError

    if not _NAME.match(name):
        raise ImportRefused(400, f"table {name!r}: give up to 63 letters, digits and underscores, no digit first")
    with _lock:
        _check_free(session, name)
        draft = session.files.create_table(name)
        source = draft.path.with_name(f"{new_token(12)}.csv.part")  # swept away at the next start, should this one die
        try:
            source.write_text(text, encoding="utf-8", newline="")
            session.make_engine().convert_csv(source, draft.path)
            session.files.publish(draft)
            found = session.engine.preview(Compiled(f'SELECT * FROM "{name}"'), 0)
        except UnicodeEncodeError as error:
            raise ImportRefused(400, "csv: half a character stands alone in it") from error
        except QueryError as error:
            raise ImportRefused(400, f"csv: {_shortened(error.message)}") from error
        finally:
            source.unlink(missing_ok=True)
            session.files.discard(draft)
    columns = tuple((column.name, column.type) for column in found.columns)
    return ImportedTable(name, data_source_id, found.total, columns)


def _shortened(message: str) -> str:
    """The database's message without paths and advice on options that nobody can set here."""
    if "sniffing" in message or "CSV Error" in message:
        return 'it is not rows of values between commas, each as long as the header, with quotes as "a ""b"" c"'
    return message.partition("\n")[0]


def _check_free(session: Session, name: str) -> None:
    own = session.files.tables()
    taken: dict[str, str] = {table.lower(): table for table in session.make_engine().tables}
    if name.lower() in taken:
        raise ImportRefused(409, f"table {name!r}: the workspace has a table {taken[name.lower()]}; give another name")
    if name in own:
        return
    if any(name.lower() == table.lower() for table in own):
        raise ImportRefused(409, f"table {name!r}: there is one that differs in upper and lower case only")
    if len(own) >= _MOST:
        raise ImportRefused(409, f"the session has {len(own)} imported tables already; reset it to drop them")
