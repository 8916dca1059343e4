using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks.Order;

/// <summary>Where to, in the order that people make by hand: one of the four.</summary>
public record MoveRequest
{
    /// <summary>Id of the one that comes right after it.</summary>
    [Example(null)]
    public Maybe<long?> Before { get; init; }

    /// <summary>Id of the one that comes right before it.</summary>
    [Example(null)]
    public Maybe<long?> After { get; init; }

    public Maybe<bool> First { get; init; }

    [Example(false)]
    public Maybe<bool> Last { get; init; }

    internal HandMove Read(FieldErrors errors)
    {
        errors.Check(this);
        var given = new[] { Before.Value is not null, After.Value is not null, First.Value, Last.Value }.Count(is_ => is_);
        if (given != 1 && !errors.Any)
            errors.Add(Failures.Detail, "Give one of before, after, first and last.");
        return new(Before.Value, After.Value, First.Value);
    }
}

/// <param name="Before">The one that comes after it.</param>
/// <param name="After">The one that comes before it.</param>
/// <param name="First">Before all others. If none of the three is given: after all others.</param>
public sealed record HandMove(long? Before, long? After, bool First)
{
    public const string Unknown = "There is nothing with this id here, or it is the one that is moved.";

    /// <summary>Id of what it shall be next to; null where it is first or last.</summary>
    public long? Anchor => Before ?? After;

    public string Member => Before is not null ? "before" : "after";

    /// <summary>How many of the others come before it; null when the one is not there that it shall be next to.</summary>
    internal int? PlaceIn(IReadOnlyList<HandPlaced> others)
    {
        if (First)
            return 0;
        if (Anchor is not { } anchor)
            return others.Count;
        for (var index = 0; index < others.Count; index++)
        {
            if (others[index].Id == anchor)
                return Before is null ? index + 1 : index;
        }

        return null;
    }
}
