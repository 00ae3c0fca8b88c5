"""Arrow: columns of text, repaired in place of being copied into Python.

Theory of operation. Most rows of a column are ASCII, and of the rest many are equal. Arrow's own
kernels find the rows that may be damaged and their distinct values; only these become Python
strings, and only what changed goes back, by Arrow's kernels too. All distinct values are evidence
for each other, exactly as the rows of ``mojifix.fix_many`` are, whose answers these are.

Needs ``pyarrow`` (``pip install mojifix[arrow]``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mojifix.config import Config
from mojifix.context import Context
from mojifix.errors import InputError, MojifixError
from mojifix.kernel.look import SPELLING
from mojifix.model import Repair

if TYPE_CHECKING:
    import pyarrow as pa

Column = TypeVar("Column", "pa.Array", "pa.ChunkedArray")

SHOWS = rf"{SPELLING}|\x00"
"""What shows damage in ASCII: see :func:`mojifix.kernel.plain`."""


class Change(NamedTuple):
    """A value of a column that was repaired."""

    column: str
    repair: Repair
    """What it was and became, with the proof."""
    rows: int
    """In how many rows it stands."""


class RepairedTable(NamedTuple):
    """What ``repair_table`` gives back."""

    table: pa.Table
    changes: tuple[Change, ...]
    """By column, in the order in which the values first stand there."""


def repair_array(array: Column, *, config: Config | None = None) -> Column:
    """Repair a column of text: the same type, layout of chunks and nulls.

    ``array`` is an ``Array`` or ``ChunkedArray`` of ``string``, ``large_string``,
    ``string_view``, or a dictionary of one of these. The rows are taken for one source, as
    ``mojifix.fix_many`` does, with the same answers. Where nothing is to repair, the same object
    comes back.

    Raises ``TypeError`` for anything else, ``InputError`` where the bytes are no UTF-8, and
    ``MojifixError`` where pyarrow is missing.
    """
    return _repaired(array, Context(config=config), "array")[0]


def repair_table(
    table: pa.Table, *, columns: Sequence[str] | None = None, config: Config | None = None
) -> RepairedTable:
    """Repair the columns of text of a table, each as a source of its own, and say what changed.

    ``columns`` names them; without it, all that ``repair_array`` takes are looked at. Raises
    ``KeyError`` for a column that the table has not, and what ``repair_array`` raises.
    """
    pa = _pyarrow()
    if not isinstance(table, pa.Table):
        raise TypeError(f"repair_table takes a pyarrow.Table, not {type(table).__name__}")
    if columns is None:
        columns = [field.name for field in table.schema if _is_text(field.type)]
    unknown = [name for name in columns if name not in table.column_names]
    if unknown:
        raise KeyError(f"no column {unknown[0]!r}; there are {', '.join(table.column_names)}")
    changes: list[Change] = []
    for name in columns:
        column = table.column(name)
        context = Context(config=config)
        repaired, rows = _repaired(column, context, name)
        if repaired is not column:
            at = table.column_names.index(name)
            table = table.set_column(at, table.schema.field(at), repaired)
            changes += (Change(name, context.repair(text), rows[text]) for text in rows)
    return RepairedTable(table, tuple(changes))


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
        import pyarrow.compute
    except ImportError as error:
        raise MojifixError(
            "Arrow columns need pyarrow", remedy="pip install 'mojifix[arrow]'"
        ) from error
    assert pyarrow.compute
    return pa


def _is_text(type_: Any) -> bool:
    types = _pyarrow().types
    if types.is_dictionary(type_):
        type_ = type_.value_type
    return bool(
        types.is_string(type_)
        or types.is_large_string(type_)
        or getattr(types, "is_string_view", lambda _: False)(type_)
    )


def _repaired(array: Any, context: Context, name: str) -> tuple[Any, Counter[str]]:
    """The repaired column, and in how many rows each value stood that changed."""
    pa = _pyarrow()
    if not isinstance(array, (pa.Array, pa.ChunkedArray)) or not _is_text(array.type):
        kind = array.type if isinstance(array, (pa.Array, pa.ChunkedArray)) else type(array)
        raise TypeError(f"{name}: mojifix repairs Arrow columns of text, not {kind}")
    _check(array, name)
    chunks = array.chunks if isinstance(array, pa.ChunkedArray) else [array]
    rows: Counter[str] = Counter()
    for chunk in chunks:
        for text, count in _suspects(chunk, context.config):
            rows[text] += count
    context.learn(rows)
    fixed = {text: new for text in rows if (new := context.fix(text)) != text}
    if not fixed:
        return array, Counter()
    done = [_replaced(chunk, fixed) for chunk in chunks]
    changed = Counter({text: count for text, count in rows.items() if text in fixed})
    if isinstance(array, pa.ChunkedArray):
        return pa.chunked_array(done, type=array.type), changed
    return done[0], changed


def _check(array: Any, name: str) -> None:
    """Refuse bytes that are no UTF-8, and say which row has them."""
    pa = _pyarrow()
    try:
        array.validate(full=True)
    except pa.ArrowInvalid as error:
        raise InputError(
            f"a row is no valid Arrow text: {error}",
            where=name,
            remedy="cast the column to binary and read its bytes with mojifix.decode",
        ) from error


def _values(chunk: Any) -> Any:
    """A chunk as ``large_string`` that Arrow's kernels know, or its dictionary where it has one."""
    pa = _pyarrow()
    if pa.types.is_dictionary(chunk.type):
        chunk = chunk.dictionary
    return chunk.cast(pa.large_string())


def _suspects(chunk: Any, config: Config) -> Iterator[tuple[str, int]]:
    """The distinct values that may be damaged, with the number of their rows."""
    pa = _pyarrow()
    compute = pa.compute
    values = _values(chunk)
    if config.channels is None:
        may = compute.or_(
            compute.invert(compute.string_is_ascii(values)),
            compute.match_substring_regex(values, SHOWS),
        )
    else:  # Escapes of any kind may have been asked for.
        may = compute.is_valid(values)
    if pa.types.is_dictionary(chunk.type):
        counts = dict.fromkeys(range(len(values)), 0)
        for item in compute.value_counts(chunk.indices.drop_null()).to_pylist():
            counts[item["values"]] = item["counts"]
        for at, (text, suspect) in enumerate(zip(values.to_pylist(), may.to_pylist(), strict=True)):
            if suspect and counts[at]:
                yield text, counts[at]
        return
    for item in compute.value_counts(values.filter(may)).to_pylist():
        yield item["values"], item["counts"]


def _replaced(chunk: Any, fixed: dict[str, str]) -> Any:
    """The chunk with new values in the place of old ones; itself where it has none of them."""
    pa = _pyarrow()
    compute = pa.compute
    values = _values(chunk)
    which = compute.index_in(values, value_set=pa.array(list(fixed), pa.large_string()))
    if which.null_count == len(which):
        return chunk
    new = compute.take(pa.array(list(fixed.values()), pa.large_string()), which)
    values = compute.coalesce(new, values)
    if pa.types.is_dictionary(chunk.type):
        made = pa.DictionaryArray.from_arrays(
            chunk.indices, values.cast(chunk.type.value_type), ordered=chunk.type.ordered
        )
        return made if made.type == chunk.type else made.cast(chunk.type)
    return values.cast(chunk.type)
