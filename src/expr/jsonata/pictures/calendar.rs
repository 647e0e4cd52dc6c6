//! Days and milliseconds (ECMAScript, "Time Values and Time Range").

pub(super) const MILLIS_A_DAY: f64 = 86_400_000.0;

/// The furthest moment from 1970, in milliseconds.
const FURTHEST: f64 = 8.64e15;

/// The days from 1970 to a date; months from 0, in any number.
fn days(year: f64, month: f64, day: f64) -> f64 {
    let year = year + (month / 12.0).floor();
    let month = month.rem_euclid(12.0);
    // Years that begin in March, so that the leap day is the last one.
    let shifted = if month < 2.0 { year - 1.0 } else { year };
    let month_from_march = (month + 10.0) % 12.0;
    let era = (shifted / 400.0).floor();
    let year_of_era = shifted - era * 400.0;
    let day_of_year = ((153.0 * month_from_march + 2.0) / 5.0).floor();
    let day_of_era = year_of_era * 365.0 + (year_of_era / 4.0).floor() - (year_of_era / 100.0).floor() + day_of_year;
    era * 146_097.0 + day_of_era - 719_468.0 + day - 1.0
}

/// A moment, or none: not a number beyond the range of time.
pub(super) fn clipped(millis: f64) -> f64 {
    if millis.abs() <= FURTHEST { millis.trunc() } else { f64::NAN }
}

/// The moment of a date and a time of day, where years below 100 are those of the twentieth century (`Date.UTC`).
pub(super) fn utc(date: [f64; 3], time: [f64; 4]) -> f64 {
    let [year, month, day] = date.map(f64::trunc);
    let year = if (0.0..=99.0).contains(&year) { year + 1900.0 } else { year };
    moment([year, month, day], time)
}

/// The moment of a date and a time of day.
pub(super) fn moment([year, month, day]: [f64; 3], time: [f64; 4]) -> f64 {
    let [hour, minute, second, milli] = time.map(f64::trunc);
    let of_day = ((hour * 60.0 + minute) * 60.0 + second) * 1000.0 + milli;
    clipped(days(year, month, day) * MILLIS_A_DAY + of_day)
}

/// A moment as a date; parts are not numbers where the moment is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Date {
    pub(super) millis: f64,
    pub(super) year: f64,
    /// From 0.
    pub(super) month: f64,
    pub(super) day: f64,
    /// From Sunday, which is 0.
    pub(super) weekday: f64,
    pub(super) hour: f64,
    pub(super) minute: f64,
    pub(super) second: f64,
    pub(super) milli: f64,
}

impl Date {
    pub(super) fn of(millis: f64) -> Self {
        let millis = clipped(millis);
        let day_number = (millis / MILLIS_A_DAY).floor();
        let of_day = millis - day_number * MILLIS_A_DAY;
        let shifted = day_number + 719_468.0;
        let era = (shifted / 146_097.0).floor();
        let of_era = shifted - era * 146_097.0;
        let leaps = (of_era / 1460.0).floor() - (of_era / 36_524.0).floor() + (of_era / 146_096.0).floor();
        let year_of_era = ((of_era - leaps) / 365.0).floor();
        let of_year = of_era - (365.0 * year_of_era + (year_of_era / 4.0).floor() - (year_of_era / 100.0).floor());
        let from_march = ((5.0 * of_year + 2.0) / 153.0).floor();
        let month = (from_march + 2.0) % 12.0;
        Self {
            millis,
            year: year_of_era + era * 400.0 + f64::from(u8::from(month < 2.0)),
            month,
            day: of_year - ((153.0 * from_march + 2.0) / 5.0).floor() + 1.0,
            weekday: (day_number + 4.0).rem_euclid(7.0),
            hour: (of_day / 3_600_000.0).floor(),
            minute: (of_day / 60_000.0).floor() % 60.0,
            second: (of_day / 1000.0).floor() % 60.0,
            milli: of_day % 1000.0,
        }
    }

    /// The beginning of the first week of a month: the one with its first Thursday.
    fn first_week((year, month): (f64, f64)) -> f64 {
        let first = utc([year, month, 1.0], [0.0; 4]);
        let weekday = match Self::of(first).weekday {
            0.0 => 7.0,
            other => other,
        };
        let days = if weekday > 4.0 { 8.0 - weekday } else { 1.0 - weekday };
        first + days * MILLIS_A_DAY
    }

    /// The week counted from the first one of a period, which may belong to the one before or after.
    fn week(&self, this: (f64, f64), previous: (f64, f64), next: (f64, f64), most: f64) -> f64 {
        let today = utc([self.year, self.month, self.day], [0.0; 4]);
        let since = |start: f64| (today - start) / (MILLIS_A_DAY * 7.0) + 1.0;
        let week = since(Self::first_week(this));
        if week > most && today >= Self::first_week(next) {
            return 1.0;
        }
        if week < 1.0 { since(Self::first_week(previous)).floor() } else { week.floor() }
    }

    /// A part by the letter of the picture; nothing for those that are no numbers.
    pub(super) fn part(&self, component: char) -> Option<f64> {
        let month = (self.year, self.month);
        let year = (self.year, 0.0);
        let shifted = |(year, month): (f64, f64), by: f64| {
            let months = year * 12.0 + month + by;
            ((months / 12.0).floor(), months.rem_euclid(12.0))
        };
        Some(match component {
            'Y' => self.year,
            'M' => self.month + 1.0,
            'D' => self.day,
            'd' => {
                let today = utc([self.year, self.month, self.day], [0.0; 4]);
                (today - utc([self.year, 0.0, 1.0], [0.0; 4])) / MILLIS_A_DAY + 1.0
            }
            'F' if self.weekday == 0.0 => 7.0,
            'F' => self.weekday,
            'W' => self.week(year, shifted(year, -12.0), shifted(year, 12.0), 52.0),
            'w' => self.week(month, shifted(month, -1.0), shifted(month, 1.0), 4.0),
            'X' if self.millis < Self::first_week(year) => self.year - 1.0,
            'X' if self.millis >= Self::first_week(shifted(year, 12.0)) => self.year + 1.0,
            'X' => self.year,
            'x' if self.millis < Self::first_week(month) => shifted(month, -1.0).1 + 1.0,
            'x' if self.millis >= Self::first_week(shifted(month, 1.0)) => shifted(month, 1.0).1 + 1.0,
            'x' => self.month + 1.0,
            'H' => self.hour,
            'h' if self.hour % 12.0 == 0.0 => 12.0,
            'h' => self.hour % 12.0,
            'm' => self.minute,
            's' => self.second,
            'f' => self.milli,
            _ => return None,
        })
    }
}
