"""The readers of time values, by the name a rule gives them.

Values are ISO 8601 / EDTF (``2012``, ``2012-04``, ``2012-04-03T08:00``, ``199X``, ``2012/2015``,
``P2Y``); where these have no plain form, those of TIMEX3 (Pustejovsky et al. 2003): quarters
``2012-Q3``, seasons ``2012-SU``, weekends ``2012-W04-WE``, parts of the day ``2012-04-03TMO``,
fiscal years ``FY2012``, vague durations ``PXY``, sets ``XXXX-WXX-1``. What depends on a date that
is not known has the value "".
"""

from __future__ import annotations

from collections.abc import Callable

from kgx.annotate.time_calendar import Groups, Scene
from kgx.annotate.time_dates import (
    read_century,
    read_day,
    read_days,
    read_decade,
    read_fiscal_year,
    read_half,
    read_holiday_date,
    read_iso,
    read_month_alone,
    read_month_year_numeric,
    read_numeric,
    read_quarter,
    read_season,
    read_year_alone,
    read_years,
)
from kgx.annotate.time_lengths import (
    read_bare_part,
    read_clock,
    read_clocks,
    read_duration,
    read_set,
    read_whole,
)
from kgx.annotate.time_units import (
    read_from_day,
    read_next_day,
    read_now,
    read_same_unit,
    read_shifted,
    read_this_part,
    read_today,
    read_unit,
    read_unit_edge,
    read_weekday_date,
    read_weekday_rank,
)

Reader = Callable[[Groups, Scene], str | None]
"""The value of a match: empty where it can't be resolved, None where it is no time after all."""

READERS: dict[str, Reader] = {
    function.__name__.removeprefix("read_"): function
    for function in (
        read_iso,
        read_numeric,
        read_month_year_numeric,
        read_day,
        read_days,
        read_month_alone,
        read_year_alone,
        read_fiscal_year,
        read_years,
        read_decade,
        read_century,
        read_today,
        read_now,
        read_this_part,
        read_bare_part,
        read_weekday_date,
        read_weekday_rank,
        read_unit,
        read_unit_edge,
        read_same_unit,
        read_next_day,
        read_duration,
        read_whole,
        read_shifted,
        read_from_day,
        read_quarter,
        read_half,
        read_season,
        read_holiday_date,
        read_set,
        read_clock,
        read_clocks,
    )
}
"""By the name a rule gives them."""
