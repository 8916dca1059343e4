using Npgsql;

// What everything is measured against: a body of a fixed size without any work, and one row by its primary key without any framework.
// Arguments: the sizes of a list and of figures in bytes, and the connection string of PrimeTask's database.
if (args is not [var listSize, var figuresSize, var connectionString, ..])
    throw new ArgumentException("Give the sizes of a list and of figures, and a connection string.");

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();

MapBody("/list", listSize);
MapBody("/figures", figuresSize);

// Plain: Npgsql as it comes, of which a statement that is asked for again is prepared. Tuned: also with the few connections of a replica of the API.
await using var plain = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 10 });
await using var tuned = NpgsqlDataSource.Create(
    new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 10, MaxPoolSize = 16, NoResetOnClose = true });
MapRow("/row/{id:long}", plain);
MapRow("/tuned-row/{id:long}", tuned);
await app.RunAsync();

void MapBody(string path, string size)
{
    var body = new byte[int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)];
    Array.Fill(body, (byte)'x');
    app.MapGet(path, async context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    });
}

void MapRow(string path, NpgsqlDataSource data) =>
    app.MapGet(path, async Task<IResult> (long id, CancellationToken cancellationToken) =>
    {
        await using var command = data.CreateCommand(
            "SELECT id, title, description, status, priority, due_date, completed_at, owner_id, created_at, updated_at FROM tasks WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            return Results.NotFound();

        return Results.Json(new Dictionary<string, object?>(
            Enumerable.Range(0, row.FieldCount).Select(column => KeyValuePair.Create(row.GetName(column), row.IsDBNull(column) ? null : row.GetValue(column)))));
    });
