"""How days and hours are written in English: the order of American practices, the same on every page."""

DATE_FORMAT = "F j, Y"
DATETIME_FORMAT = "F j, Y, P"
MONTH_DAY_FORMAT = "F j"
SHORT_DATE_FORMAT = "M j, Y"
SHORT_DATETIME_FORMAT = "D, M j, P"
TIME_FORMAT = "P"
