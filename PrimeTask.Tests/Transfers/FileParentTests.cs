using PrimeTask.ApiService.Transfers;

namespace PrimeTask.Tests.Transfers;

public sealed class FileParentTests
{
    private const string Before = """[{"title":"a","id":7},{"title":"b","id":9,"parent":7},""";

    [Theory]
    [InlineData("""{"title":"c"}""", null)]
    [InlineData("""{"title":"c","parent":null}""", null)]
    [InlineData("""{"title":"c","parent":7}""", null)]
    [InlineData("""{"title":"c","id":9}""", null)]
    [InlineData("""{"title":"c","parent":8}""", "No task of the file has the id 8.")]
    [InlineData("""{"title":"c","parent":9}""", "That task is a subtask, and subtasks have no subtasks.")]
    [InlineData("""{"title":"c","id":3,"parent":3}""", "A task can't be a subtask of itself.")]
    public void Parent_IsATaskOfTheFile_OrSaysWhatIsWrong(string task, string? problem)
    {
        var read = TaskFile.Of(TransferFormat.Json).Read(Encoding.UTF8.GetBytes($"{Before}{task}]"), DateTimeOffset.UnixEpoch);

        Assert.Equal(problem is null ? [] : [new RowError(3, "parent", problem)], read.Errors);
        Assert.Equal(problem is null ? [null, 0] : [], read.Tasks.Take(2).Select(one => one.Parent));
        Assert.All(read.Tasks, one => Assert.False(one.Changes.Parent.IsPresent));
    }

    [Fact]
    public void Parent_WhoseIdSeveralHave_IsRefused()
    {
        var read = TaskFile.Of(TransferFormat.Csv).Read(Encoding.UTF8.GetBytes("title,id,parent\na,7,\nb,7,\nc,,7\n"), DateTimeOffset.UnixEpoch);

        Assert.Equal([new RowError(3, "parent", "Several tasks of the file have the id 7.")], read.Errors);
    }
}
