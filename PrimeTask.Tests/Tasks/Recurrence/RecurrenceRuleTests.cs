using NodaTime;
using NodaTime.Text;
using PrimeTask.ApiService.Tasks.Recurrence;

namespace PrimeTask.Tests.Tasks.Recurrence;

public sealed class RecurrenceRuleTests
{
    /// <summary>The dates after the first one, which the rule takes from one another.</summary>
    [Theory]
    [InlineData("FREQ=DAILY", "2026-12-30", "2026-12-31 2027-01-01")]
    [InlineData("FREQ=DAILY;INTERVAL=10", "2026-02-20", "2026-03-02 2026-03-12")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-11-27", "2026-11-30 2026-12-01")]
    [InlineData("FREQ=WEEKLY", "2026-12-30", "2027-01-06")]
    [InlineData("rrule:freq=weekly;interval=2;byday=mo,we", "2026-11-30", "2026-12-02 2026-12-14 2026-12-16")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2026-12-02", "2026-12-07")]
    [InlineData("FREQ=MONTHLY", "2026-01-31", "2026-02-28 2026-03-31 2026-04-30 2026-05-31")]
    [InlineData("FREQ=MONTHLY", "2027-12-31", "2028-01-31 2028-02-29 2028-03-31")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2026-08-31", "2026-11-30 2027-02-28 2027-05-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,31", "2026-01-31", "2026-02-15 2026-02-28 2026-03-15 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=30,31", "2026-01-31", "2026-02-28 2026-03-30 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28 2026-03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", "2026-12-08 2027-01-12")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-12-25 2027-01-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO", "2026-11-30", "2027-03-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2026-11-13", "2027-08-13")]
    [InlineData("FREQ=MONTHLY;BYMONTH=6,12", "2026-06-30", "2026-12-30 2027-06-30")]
    [InlineData("FREQ=YEARLY", "2028-02-29", "2029-02-28 2030-02-28 2031-02-28 2032-02-29")]
    [InlineData("FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=31", "2026-03-31", "2027-02-28 2027-03-31")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=31", "2026-03-31", "2026-04-30 2026-05-31")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=4TH", "2026-11-26", "2028-11-23")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "2026-05-18", "2027-05-17")]
    public void Next_OneAfterAnother_IsTheSeries(string text, string first, string expected)
    {
        var rule = RecurrenceRule.TryParse(text, out var problem);
        Assert.Null(problem);
        var (anchor, slot) = (Day(first), Day(first) + new LocalTime(9, 30));

        foreach (var day in expected.Split(' '))
        {
            slot = rule!.Next(slot, anchor) ?? throw new InvalidOperationException("There is no next one.");
            Assert.Equal(Day(day) + new LocalTime(9, 30), slot);
        }
    }

    /// <summary>Against a walk over the days, which asks of each whether the rule names it.</summary>
    [Fact]
    public void Next_OfAnyRule_IsTheFirstDayThatItNames()
    {
        var random = new Random(20_261_130);
        for (var number = 0; number < 1_500; number++)
        {
            var first = new LocalDate(2024, 1, 1).PlusDays(random.Next(1500));
            var interval = random.Next(1, 5);
            var month = random.Next(1, 13);
            var days = Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(2) == 0 ? random.Next(1, 32) : -random.Next(1, 29)).ToArray();
            var (text, isNamed) = random.Next(5) switch
            {
                0 => ($"FREQ=DAILY;INTERVAL={interval}", (Func<LocalDate, bool>)(day => Period.DaysBetween(first, day) % interval == 0)),
                1 => ($"FREQ=WEEKLY;INTERVAL={interval};BYDAY=TU,SU", day => day.DayOfWeek is IsoDayOfWeek.Tuesday or IsoDayOfWeek.Sunday
                    && Period.DaysBetween(Monday(first), Monday(day)) / 7 % interval == 0),
                2 => ($"FREQ=MONTHLY;INTERVAL={interval}", day => MonthsBetween(first, day) % interval == 0 && IsDay(day, first.Day)),
                3 => ($"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY={string.Join(',', days)}", day => MonthsBetween(first, day) % interval == 0 && days.Any(one => IsDay(day, one))),
                _ => ($"FREQ=YEARLY;INTERVAL={interval};BYMONTH={month};BYMONTHDAY={string.Join(',', days)}", day => (day.Year - first.Year) % interval == 0 && day.Month == month && days.Any(one => IsDay(day, one))),
            };
            var expected = first.PlusDays(1);
            while (!isNamed(expected))
                expected = expected.PlusDays(1);

            Assert.True(expected.AtMidnight() == RecurrenceRule.TryParse(text, out _)!.Next(first.AtMidnight(), first), $"{text} after {first:uuuu-MM-dd}: {expected:uuuu-MM-dd}");
        }
    }

    [Theory]
    [InlineData("", "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.")]
    [InlineData("FREQ=HOURLY", "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "INTERVAL must be from 1 to 1000.")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "FREQ is there twice.")]
    [InlineData("FREQ=DAILY;X", RecurrenceRule.Invalid)]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "BYDAY must be days such as MO,WE.")]
    [InlineData("FREQ=WEEKLY;BYDAY=2MO", "BYDAY must be days such as MO,WE.")]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO", "BYDAY must be days such as MO,WE, or 2TU for the second Tuesday and -1FR for the last Friday.")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY must not be 0.")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY does not go with WEEKLY.")]
    [InlineData("FREQ=DAILY;BYSETPOS=1", "BYSETPOS is not supported. Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT and UNTIL.")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20261231", "Give either COUNT or UNTIL.")]
    [InlineData("FREQ=DAILY;UNTIL=2026-12-31", "UNTIL must be a day, as 20261231, or a time in UTC, as 20261231T080000Z.")]
    public void Text_ThatIsNoRule_SaysWhy(string text, string sentence)
    {
        Assert.Null(RecurrenceRule.TryParse(text, out var problem));
        Assert.Equal(sentence, problem);
    }

    [Fact]
    public void Next_OfARuleThatNamesNoDay_IsNone() =>
        Assert.Null(RecurrenceRule.TryParse("FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=2MO", out _)!.Next(new LocalDateTime(2026, 1, 31, 9, 0), new LocalDate(2026, 1, 31)));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static int MonthsBetween(LocalDate first, LocalDate day) => ((day.Year - first.Year) * 12) + day.Month - first.Month;

    /// <summary>Whether a day is that one of its month, from its end where it is negative.</summary>
    private static bool IsDay(LocalDate day, int number)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month);
        return day.Day == (number > 0 ? Math.Min(number, length) : length + 1 + number);
    }
}
