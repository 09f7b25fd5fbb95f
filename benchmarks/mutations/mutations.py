"""Every kind of damage, by the stage at which it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.mutations import in_answers, in_bytes, in_sheet
from benchmarks.mutations.layouts import Layout
from benchmarks.mutations.trying import Mutation, Stage, everywhere


def _each(
    stage: Stage, changes: Iterable[Callable[..., object]], on: Callable[[Layout], bool] = everywhere
) -> tuple[Mutation, ...]:
    return tuple(Mutation(change.__name__.replace("_", " "), stage, change, on) for change in changes)


def _losing_rows(change: Callable[..., object], on: Callable[[Layout], bool]) -> Mutation:
    return Mutation(change.__name__.replace("_", " "), "bytes", change, on, may_lose_rows=True)


def _holds_labels(layout: Layout) -> bool:
    return layout.codes is None


def _has_several_headers(layout: Layout) -> bool:
    return layout.headers > 1


IN_ANSWERS = _each(
    "answers",
    (
        in_answers.answers_as_they_are,
        in_answers.capitals,
        in_answers.no_break_spaces,
        in_answers.more_spaces,
        in_answers.curly_quotes,
        in_answers.invisible_letters,
        in_answers.markup,
        in_answers.full_stops,
        in_answers.letter_replaced,
        in_answers.letter_dropped,
        in_answers.letters_swapped,
        in_answers.letter_added,
        in_answers.numbers_before,
        in_answers.numbers_behind,
        in_answers.numbers_counting_down,
        in_answers.numbers_from_zero,
        in_answers.numbers_that_contradict,
        in_answers.another_language,
        in_answers.two_languages,
        in_answers.synonyms,
        in_answers.answers_left_blank,
        in_answers.question_nobody_answered,
        in_answers.questions_in_another_order,
        in_answers.question_left_out,
        in_answers.people_in_another_order,
        in_answers.fewer_people,
        in_answers.records_that_are_no_responses,
    ),
)

IN_SHEET = (
    *_each(
        "sheet",
        (
            in_sheet.heading_replaced,
            in_sheet.heading_with_a_slip,
            in_sheet.heading_cut_short,
            in_sheet.headings_all_cut,
            in_sheet.headings_with_entities,
            in_sheet.headings_with_markup,
            in_sheet.headings_with_spaces,
            in_sheet.headings_in_capitals,
            in_sheet.heading_emptied,
            in_sheet.heading_twice,
            in_sheet.column_deleted,
            in_sheet.administration_deleted,
            in_sheet.column_twice,
            in_sheet.column_twice_recoded,
            in_sheet.columns_in_another_order,
            in_sheet.column_of_numbers_added,
            in_sheet.row_names_added,
            in_sheet.header_record_deleted,
            in_sheet.header_record_blanked,
            in_sheet.blank_header_record_added,
            in_sheet.title_above,
            in_sheet.headers_again_below,
            in_sheet.stacked_with_itself,
            in_sheet.records_in_another_order,
            in_sheet.blank_records_between,
            in_sheet.note_below,
            in_sheet.averages_below,
            in_sheet.levels_of_measurement_below,
            in_sheet.record_again_at_the_end,
            in_sheet.hostile_answer,
            in_sheet.hostile_cell,
            in_sheet.answers_turned_into_dates,
            in_sheet.cells_padded,
            in_sheet.times_turned_into_texts,
        ),
    ),
    *_each(
        "sheet",
        (in_sheet.numbers_among_labels, in_sheet.cells_moved_left, in_sheet.partner_respelt),
        _holds_labels,
    ),
    *_each(
        "sheet",
        (in_sheet.cells_lost_at_the_end, in_sheet.cell_too_many, in_sheet.record_torn_in_two),
        in_bytes.is_text,
    ),
    *_each("sheet", (in_sheet.header_records_swapped,), _has_several_headers),
)

IN_BYTES = (
    *_each(
        "bytes",
        (
            in_bytes.with_a_mark,
            in_bytes.without_a_mark,
            in_bytes.in_utf_16,
            in_bytes.in_windows_1252,
            in_bytes.in_mac_roman,
            in_bytes.in_utf_32,
            in_bytes.read_as_another_encoding_and_saved,
            in_bytes.encodings_mixed,
            in_bytes.mark_inside,
            in_bytes.separator_named,
            in_bytes.other_line_ends,
            in_bytes.mixed_line_ends,
            in_bytes.line_ends_doubled,
            in_bytes.zero_byte,
            in_bytes.control_character,
            in_bytes.line_end_added,
            in_bytes.line_end_lost,
            in_bytes.delimiter_added,
            in_bytes.piece_lost,
            in_bytes.piece_twice,
        ),
        in_bytes.is_text,
    ),
    *_each(
        "bytes",
        (
            in_bytes.other_delimiter,
            in_bytes.odd_delimiter,
            in_bytes.all_quoted,
            in_bytes.quotes_escaped,
            in_bytes.nothing_quoted,
            in_bytes.quote_lost,
            in_bytes.quote_added,
        ),
        in_bytes.is_quoted_text,
    ),
    *_each("bytes", (in_bytes.byte_changed, in_bytes.byte_lost), in_bytes.is_text_of_labels),
    _losing_rows(in_bytes.line_lost, in_bytes.is_text),
    *(
        _losing_rows(change, everywhere)
        for change in (
            in_bytes.cut_off,
            in_bytes.beginning_lost,
            in_bytes.rubbish_behind,
            in_bytes.rubbish_alone,
        )
    ),
)

MUTATIONS = (*IN_ANSWERS, *IN_SHEET, *IN_BYTES)
"""All of them."""
