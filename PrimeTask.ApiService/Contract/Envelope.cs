using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PrimeTask.ApiService.Contract;

/// <summary>The body of every successful response.</summary>
public sealed record Envelope<T>(bool Success, string Message, T Data)
    where T : notnull;

public static class Envelope
{
    public static Ok<Envelope<T>> Ok<T>(string message, T data)
        where T : notnull =>
        TypedResults.Ok(new Envelope<T>(true, message, data));

    public static Created<Envelope<T>> Created<T>(string location, string message, T data)
        where T : notnull =>
        TypedResults.Created(location, new Envelope<T>(true, message, data));
}

/// <summary>A success that has nothing to show but its sentence.</summary>
public sealed record Message(bool Success, [property: JsonPropertyName("message")] string Text);
