"""The readers of time values, by the name a rule gives them.

Values are ISO 8601 / EDTF (``2012``, ``2012-04``, ``2012-04-03T08:00``, ``199X``, ``2012/2015``,
``P2Y``); where these have no plain form, those of TIMEX3 (Pustejovsky et al. 2003): quarters
``2012-Q3``, seasons ``2012-SU``, weekends ``2012-W04-WE``, parts of the day ``2012-04-03TMO``,
fiscal years ``FY2012``, vague durations ``PXY``, sets ``XXXX-WXX-1``, and ``PRESENT_REF``,
``PAST_REF``, ``FUTURE_REF`` for "now", "recently", "the near future". What depends on a date that
is not known has the value "".
"""

from __future__ import annotations

from collections.abc import Callable

from kgx.annotate.times.calendar import Groups, Scene
from kgx.annotate.times.clocks import (
    read_clock,
    read_clocks,
    read_hour_of_part,
    read_hours,
    read_packed_hours,
    read_spoken_clock,
)
from kgx.annotate.times.dates import (
    read_century,
    read_day,
    read_days,
    read_decade,
    read_era_year,
    read_fiscal_year,
    read_half,
    read_holiday_date,
    read_iso,
    read_month_alone,
    read_month_year_numeric,
    read_numeric,
    read_numeric_range,
    read_quarter,
    read_season,
    read_which_fiscal,
    read_year_alone,
    read_years,
)
from kgx.annotate.times.lengths import (
    read_bare_part,
    read_brief,
    read_duration,
    read_future,
    read_now,
    read_past,
    read_quarters,
    read_set,
    read_vague,
    read_weekends,
    read_whole,
)
from kgx.annotate.times.parts import (
    read_day_of_month,
    read_first_months,
    read_nth_month,
    read_nth_week,
    read_nth_weekday,
    read_rank_alone,
    read_week_number,
)
from kgx.annotate.times.units import (
    read_from_day,
    read_next_day,
    read_same_unit,
    read_shifted,
    read_that_part,
    read_this_part,
    read_today,
    read_unit,
    read_unit_after_next,
    read_unit_edge,
    read_weekday_date,
    read_weekday_rank,
    read_weekend,
)

Reader = Callable[[Groups, Scene], str | None]
"""The value of a match: empty where it can't be resolved, None where it is no time after all."""

READERS: dict[str, Reader] = {
    function.__name__.removeprefix("read_"): function
    for function in (
        read_clock,
        read_hour_of_part,
        read_hours,
        read_packed_hours,
        read_spoken_clock,
        read_clocks,
        read_iso,
        read_numeric,
        read_numeric_range,
        read_month_year_numeric,
        read_day,
        read_days,
        read_month_alone,
        read_year_alone,
        read_era_year,
        read_fiscal_year,
        read_which_fiscal,
        read_years,
        read_decade,
        read_century,
        read_quarter,
        read_half,
        read_season,
        read_holiday_date,
        read_duration,
        read_quarters,
        read_whole,
        read_set,
        read_bare_part,
        read_brief,
        read_weekends,
        read_vague,
        read_now,
        read_past,
        read_future,
        read_nth_week,
        read_week_number,
        read_nth_weekday,
        read_nth_month,
        read_first_months,
        read_day_of_month,
        read_rank_alone,
        read_today,
        read_this_part,
        read_weekday_date,
        read_weekday_rank,
        read_unit,
        read_weekend,
        read_unit_after_next,
        read_unit_edge,
        read_same_unit,
        read_that_part,
        read_next_day,
        read_shifted,
        read_from_day,
    )
}
"""By the name a rule gives them."""
