using PrimeTask.CacheCheck.Model;

namespace PrimeTask.CacheCheck.Checks;

/// <summary>Which tasks may be on a page. A page shows one moment of the database; its count may show another of the same request.</summary>
internal sealed class Ranking
{
    private readonly TaskQuery _list;
    private readonly Sight[] _members;
    private readonly bool[] _sure;
    private readonly int _leastFollowing;
    private readonly int _mostFollowing;

    public Ranking(TaskQuery list, Sight[] candidates, DateTimeOffset early, DateTimeOffset late)
    {
        _list = list;
        Least = candidates.Count(sight => sight.Surely(list.Matches, early, late));
        // From here on only the states that belong into the list, behind the cursor if there is one.
        var matching = candidates
            .Select(sight => sight with { States = [.. sight.States.Where(state => list.Matches(state, early) || list.Matches(state, late))] })
            .Where(sight => sight.States.Count > 0).ToArray();
        Most = matching.Length;

        var sure = candidates.Where(sight => sight.Surely(list.Matches, early, late) && sight.States.All(state => list.Follows(state, sight.Task.Id)))
            .Select(sight => sight.Task.Id).ToHashSet();
        _members = [.. matching
            .Select(sight => sight with { States = [.. sight.States.Where(state => list.Follows(state, sight.Task.Id))] })
            .Where(sight => sight.States.Count > 0)];
        _sure = [.. _members.Select(sight => sure.Contains(sight.Task.Id))];
        (_leastFollowing, _mostFollowing) = (sure.Count, _members.Length);
    }

    /// <summary>So many tasks are surely in the list.</summary>
    public int Least { get; }

    /// <summary>So many tasks may be in the list.</summary>
    public int Most { get; }

    public Problem? Find(ListWire shown)
    {
        if (shown.Count < Least || shown.Count > Most)
            return new Problem($"The count is {shown.Count}.", [$"{Least} to {Most}", .. Unsettled()]);

        var (fewest, most) = (Math.Clamp(_leastFollowing - _list.Skip, 0, _list.Size), Math.Clamp(_mostFollowing - _list.Skip, 0, _list.Size));
        if (shown.Results.Count < fewest || shown.Results.Count > most)
            return new Problem($"{shown.Results.Count} tasks are on the page.", [$"{fewest} to {most}", .. Unsettled()]);
        if (_list.Page > 1 && _list.After is null && _list.Skip >= Most)
            return new Problem("A page past the end is there.", ["404"]);
        return FindInLinks(shown) ?? FindInOrder(shown.Results) ?? FindMissing(shown.Results);
    }

    private Problem? FindInLinks(ListWire shown)
    {
        var more = shown.Next is not null;
        if (more != shown.NextCursor is not null)
            return new Problem("next and next_cursor disagree.", []);
        if (more ? _list.Skip + _list.Size >= _mostFollowing : _list.Skip + _list.Size < _leastFollowing)
            return new Problem($"next is {shown.Next ?? "null"}.", [$"{_leastFollowing} to {_mostFollowing} tasks, of which {_list.Skip + _list.Size} were shown"]);
        return shown.Previous is not null == (_list.Page > 1 && _list.After is null) ? null : new Problem($"previous is {shown.Previous ?? "null"}.", []);
    }

    /// <summary>The tasks stand in their order, and each at a place that it can have.</summary>
    private Problem? FindInOrder(List<TaskWire> results)
    {
        for (var index = 0; index < results.Count; index++)
        {
            var task = results[index];
            if (index > 0 && _list.Compare(results[index - 1].State, results[index - 1].Id, task.State, task.Id) >= 0)
                return new Problem($"Task {task.Id} stands behind task {results[index - 1].Id}.", [$"the order {_list.Ordering}"]);
            if (!_members.Any(member => member.Task.Id == task.Id && member.States.Any(state => task.Shows(state, inList: true))))
                return new Problem($"Task {task.Id} does not belong into the list: {task}.", []);

            var (least, most) = (0, 0);
            for (var other = 0; other < _members.Length; other++)
            {
                if (_members[other].Task.Id == task.Id)
                    continue;
                var before = _members[other].States.Count(state => _list.Compare(state, _members[other].Task.Id, task.State, task.Id) < 0);
                most += before > 0 ? 1 : 0;
                least += _sure[other] && before == _members[other].States.Count ? 1 : 0;
            }

            if (_list.Skip + index < least || _list.Skip + index > most)
                return new Problem($"Task {task.Id} stands at place {_list.Skip + index}.", [$"place {least} to {most}", .. Unsettled()]);
        }

        return null;
    }

    /// <summary>A page leaves nothing out between its first and its last task.</summary>
    private Problem? FindMissing(List<TaskWire> results)
    {
        if (results.Count == 0)
            return null;
        var ids = results.Select(task => task.Id).ToHashSet();
        var (first, last) = (results[0], results[^1]);
        for (var index = 0; index < _members.Length; index++)
        {
            var member = _members[index];
            if (!_sure[index] || ids.Contains(member.Task.Id))
                continue;
            var behindFirst = _list.Skip == 0 || member.States.All(state => _list.Compare(first.State, first.Id, state, member.Task.Id) < 0);
            var beforeLast = results.Count < _list.Size || member.States.All(state => _list.Compare(state, member.Task.Id, last.State, last.Id) < 0);
            if (behindFirst && beforeLast)
                return new Problem($"Task {member.Task.Id} is missing.", member.Task.States.Describe(Clock.Show));
        }

        return null;
    }

    private IEnumerable<string> Unsettled() =>
        _members.Where((member, index) => !_sure[index]).Take(5)
            .SelectMany(member => member.Task.States.Describe(Clock.Show).Select(state => $"task {member.Task.Id} {state}"));
}
