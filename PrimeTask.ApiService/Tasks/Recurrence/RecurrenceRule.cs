using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace PrimeTask.ApiService.Tasks.Recurrence;

/// <summary>
/// A rule of RFC 5545, section 3.3.10: FREQ of DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT and UNTIL. A day of the month that a month lacks is that
/// month's last day, as SKIP=BACKWARD of RFC 7529 has it. It is evaluated in local time, which knows no daylight saving.
/// </summary>
public sealed class RecurrenceRule
{
    public const int MaxLength = 200;
    public const string Invalid = "Write a rule as RFC 5545 has it, such as FREQ=WEEKLY;BYDAY=MO,TH.";
    public const string NeedsDueDate = "A recurring task needs a due date.";

    private const int LastDayOfEveryMonth = 28;
    private const int MaxInterval = 1000;

    /// <summary>Periods without a date, after which there is none: February 29 on a certain weekday comes once in 40 years at most.</summary>
    private const int MostEmptyPeriods = 1000;

    private static readonly string[] _days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly FrequencyType _frequency;
    private readonly int _interval;
    private readonly WeekDay[] _byDay;
    private readonly int[] _byMonthDay;
    private readonly int[] _byMonth;

    private RecurrenceRule(string text, FrequencyType frequency, int interval, WeekDay[] byDay, int[] byMonthDay, int[] byMonth) =>
        (Text, _frequency, _interval, _byDay, _byMonthDay, _byMonth) = (text, frequency, interval, byDay, byMonthDay, byMonth);

    /// <summary>As it was written, in capitals.</summary>
    public string Text { get; }

    /// <summary>How many there are in all, the first included; null for no end.</summary>
    public int? Count { get; private init; }

    /// <summary>The last day that there can be one on.</summary>
    public LocalDate? LastDay { get; private init; }

    /// <summary>The last instant that there can be one at.</summary>
    public Instant? LastInstant { get; private init; }

    /// <summary>Reads a rule, with or without <c>RRULE:</c> before it.</summary>
    /// <param name="text">As RFC 5545 writes it.</param>
    /// <param name="problem">A sentence about what is no such rule.</param>
    /// <returns>Null for what is no such rule.</returns>
    public static RecurrenceRule? TryParse(string text, out string? problem)
    {
        var rule = text.Trim().ToUpperInvariant();
        if (rule.StartsWith("RRULE:", StringComparison.Ordinal))
            rule = rule["RRULE:".Length..];
        var reader = new Parts(rule);
        var frequency = reader.Frequency();
        var parsed = new RecurrenceRule(
            rule, frequency, reader.Number("INTERVAL", 1, MaxInterval) ?? 1, reader.Days(frequency), reader.Numbers("BYMONTHDAY", -31, 31), reader.Numbers("BYMONTH", 1, 12))
        {
            Count = reader.Number("COUNT", 1, 10_000),
            LastDay = reader.Until(out var instant),
            LastInstant = instant,
        };
        problem = reader.Finish(frequency, parsed);
        return problem is null ? parsed : null;
    }

    /// <param name="text">What <see cref="TryParse"/> took.</param>
    /// <exception cref="FormatException">It is no rule.</exception>
    public static RecurrenceRule Parse(string text) => TryParse(text, out var problem) ?? throw new FormatException($"\"{text}\": {problem}");

    /// <summary>The first date after one.</summary>
    /// <param name="slot">A date of the rule, or where it begins.</param>
    /// <param name="anchor">Has the day, weekday and month that the rule does not name.</param>
    /// <returns>Null where there is none. COUNT and UNTIL are not asked.</returns>
    public LocalDateTime? Next(LocalDateTime slot, LocalDate anchor)
    {
        LocalDateTime? first = null;
        foreach (var pattern in Patterns(anchor))
        {
            if (Next(pattern, slot) is { } next && (first is null || next < first))
                first = next;
        }

        return first;
    }

    private static LocalDateTime? Next(RecurrencePattern pattern, LocalDateTime slot)
    {
        var start = new CalDateTime(slot.Year, slot.Month, slot.Day, slot.Hour, slot.Minute, slot.Second);
        var series = new CalendarEvent { Start = start, RecurrenceRule = pattern };
        try
        {
            var next = series.GetOccurrences(start, new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostEmptyPeriods })
                .Select(occurrence => occurrence.Period.StartTime).FirstOrDefault(time => time.GreaterThan(start));
            return next is null ? null : LocalDateTime.FromDateTime(next.Value);
        }
        catch (Exception exception) when (exception is EvaluationLimitExceededException or EvaluationOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Several where a day of the month must be the last one of shorter months: of the days from 28 to that day, the last that a month has.</summary>
    private IEnumerable<RecurrencePattern> Patterns(LocalDate anchor)
    {
        var byDay = _byDay.Length == 0 && _frequency == FrequencyType.Weekly ? [new WeekDay((DayOfWeek)((int)anchor.DayOfWeek % 7))] : _byDay;
        var isByDate = byDay.Length == 0 && _frequency is FrequencyType.Monthly or FrequencyType.Yearly;
        var days = _byMonthDay.Length > 0 || byDay.Length > 0 || !isByDate ? _byMonthDay : [anchor.Day];
        var months = _byMonth.Length > 0 || _frequency != FrequencyType.Yearly || byDay.Length > 0 || _byMonthDay.Length > 0 ? _byMonth : [anchor.Month];
        int[] late = isByDate ? [.. days.Where(day => day > LastDayOfEveryMonth)] : [];
        var others = days.Except(late).ToArray();
        if (late.Length == 0 || others.Length > 0)
            yield return Pattern(byDay, others, months);
        foreach (var day in late)
        {
            int[] upToDay = [.. Enumerable.Range(LastDayOfEveryMonth, day - LastDayOfEveryMonth + 1)];
            if (_frequency == FrequencyType.Monthly)
            {
                yield return Pattern([], upToDay, months, last: true);
                continue;
            }

            foreach (var month in months.Length > 0 ? months : [.. Enumerable.Range(1, 12)])
                yield return Pattern([], upToDay, [month], last: true);
        }
    }

    private RecurrencePattern Pattern(WeekDay[] byDay, int[] byMonthDay, int[] byMonth, bool last = false) => new(_frequency, _interval)
    {
        ByDay = [.. byDay],
        ByMonthDay = [.. byMonthDay],
        ByMonth = [.. byMonth],
        BySetPosition = last ? [-1] : [],
    };

    /// <summary>The parts of a rule, each read once; what is wrong first is kept.</summary>
    private sealed class Parts
    {
        private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
        private string? _problem;

        public Parts(string rule)
        {
            if (rule.Length > MaxLength)
                _problem = $"Ensure this field has no more than {MaxLength} characters.";
            foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Split('=') is not [var name, { Length: > 0 } value])
                    Fail(Invalid);
                else if (!_parts.TryAdd(name, value))
                    Fail($"{name} is there twice.");
            }
        }

        public FrequencyType Frequency()
        {
            switch (Take("FREQ"))
            {
                case "DAILY": return FrequencyType.Daily;
                case "WEEKLY": return FrequencyType.Weekly;
                case "MONTHLY": return FrequencyType.Monthly;
                case "YEARLY": return FrequencyType.Yearly;
                default:
                    Fail("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.");
                    return FrequencyType.Daily;
            }
        }

        public int? Number(string name, int min, int max) => Take(name) is { } text ? Read(name, text, min, max) : null;

        public int[] Numbers(string name, int min, int max)
        {
            int[] numbers = Take(name) is { } list ? [.. list.Split(',').Select(text => Read(name, text, min, max)).Distinct()] : [];
            if (min < 0 && numbers.Contains(0))
                Fail($"{name} must not be 0.");
            return numbers;
        }

        public WeekDay[] Days(FrequencyType frequency) =>
            Take("BYDAY") is { } list ? [.. list.Split(',').Distinct().Select(text => Day(text, frequency)).OfType<WeekDay>()] : [];

        /// <summary>A day, or an instant in UTC.</summary>
        public LocalDate? Until(out Instant? instant)
        {
            instant = null;
            if (Take("UNTIL") is not { } text)
                return null;
            if (DateTime.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
                instant = Instant.FromDateTimeUtc(time);
            else if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return LocalDate.FromDateOnly(day);
            else
                Fail("UNTIL must be a day, as 20261231, or a time in UTC, as 20261231T080000Z.");
            return null;
        }

        public string? Finish(FrequencyType frequency, RecurrenceRule rule)
        {
            if (_parts.Count > 0)
                Fail($"{_parts.Keys.First()} is not supported. Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT and UNTIL.");
            if (rule._byMonthDay.Length > 0 && frequency == FrequencyType.Weekly)
                Fail("BYMONTHDAY does not go with WEEKLY.");
            if (rule.Count is not null && (rule.LastDay is not null || rule.LastInstant is not null))
                Fail("Give either COUNT or UNTIL.");
            return _problem;
        }

        private WeekDay? Day(string text, FrequencyType frequency)
        {
            var most = frequency switch
            {
                FrequencyType.Monthly => 5,
                FrequencyType.Yearly => 53,
                _ => 0,
            };
            var day = text.Length >= 2 ? Array.IndexOf(_days, text[^2..]) : -1;
            var number = text.Length > 2 && int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            if (day < 0 || (text.Length > 2 && (number == 0 || Math.Abs(number) > most)))
            {
                Fail(most == 0 ? "BYDAY must be days such as MO,WE." : "BYDAY must be days such as MO,WE, or 2TU for the second Tuesday and -1FR for the last Friday.");
                return null;
            }

            var weekday = (DayOfWeek)((day + 1) % 7);
            return number == 0 ? new WeekDay(weekday) : new WeekDay(weekday, number);
        }

        private int Read(string name, string text, int min, int max)
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
                return number;
            Fail($"{name} must be from {min} to {max}.");
            return min;
        }

        private string? Take(string name) => _parts.Remove(name, out var value) ? value : null;

        private void Fail(string problem) => _problem ??= problem;
    }
}
