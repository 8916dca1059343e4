// What everything is measured against: a body without any work. GET /api/v1/bare/{size} answers so many bytes.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();
var bodies = new System.Collections.Concurrent.ConcurrentDictionary<int, byte[]>();

app.MapGet("/api/v1/bare/{size:int:range(1,1048576)}", async (int size, HttpContext context) =>
{
    var body = bodies.GetOrAdd(size, static size => [.. Enumerable.Repeat((byte)'x', size)]);
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = body.Length;
    await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
});
await app.RunAsync();
