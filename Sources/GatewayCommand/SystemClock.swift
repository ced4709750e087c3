internal import Glibc
internal import TransparencyLog

/// Seconds since 1970.
let systemClock: @Sendable () -> Int = { time(nil) }

/// The day it is, in UTC.
func systemToday() -> Day { Day(secondsSince1970: systemClock()) }
