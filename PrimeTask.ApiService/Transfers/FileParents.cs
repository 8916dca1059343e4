using System.Globalization;
using PrimeTask.ApiService.Tasks;

namespace PrimeTask.ApiService.Transfers;

/// <summary>Which tasks of a file are subtasks of which: by the ids that they had where the file was written.</summary>
internal sealed class FileParents
{
    private readonly List<long?> _parents = [];
    private readonly Dictionary<long, int> _rows = [];
    private readonly HashSet<long> _several = [];

    /// <param name="task">The next one of the file; null where it can't be read.</param>
    public void Add(ImportedTask? task)
    {
        if (task?.Id.Value is { } id && !_rows.TryAdd(id, _parents.Count))
            _several.Add(id);
        _parents.Add(task?.Parent.Value);
    }

    /// <returns>The place of the parent of the task in this place, from 0.</returns>
    public int? RowOf(int row) => _parents[row] is { } parent ? _rows[parent] : null;

    public IEnumerable<RowError> Errors()
    {
        for (var row = 0; row < _parents.Count; row++)
        {
            if (Problem(row) is { } problem)
                yield return new(row + 1, "parent", problem);
        }
    }

    private string? Problem(int row)
    {
        if (_parents[row] is not { } parent)
            return null;
        if (!_rows.TryGetValue(parent, out var found))
            return string.Create(CultureInfo.InvariantCulture, $"No task of the file has the id {parent}.");
        if (_several.Contains(parent))
            return string.Create(CultureInfo.InvariantCulture, $"Several tasks of the file have the id {parent}.");
        return found == row ? TaskEditOutcome.OwnParent.Problem()?.Sentence
            : _parents[found] is not null ? TaskEditOutcome.ParentIsSubtask.Problem()?.Sentence : null;
    }
}
