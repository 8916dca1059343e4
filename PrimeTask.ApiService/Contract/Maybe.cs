using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrimeTask.ApiService.Contract;

/// <summary>A member of a request body that tells "left out" from "null".</summary>
public readonly record struct Maybe<T>(T? Value)
{
    /// <summary>False for <c>default</c>: that is what a member that was left out is.</summary>
    public bool IsPresent { get; } = true;

    [return: NotNullIfNotNull(nameof(fallback))]
    public T? Or(T? fallback) => IsPresent ? Value : fallback;
}

public sealed class MaybeJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Maybe<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Converter<T> : JsonConverter<Maybe<T>>
    {
        public override bool HandleNull => true;

        // The inner converter is called directly: a nested Deserialize would report wrong types at "$" instead of the member.
        public override Maybe<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null
                ? new Maybe<T>(default(T))
                : new Maybe<T>(((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options));

        public override void Write(Utf8JsonWriter writer, Maybe<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
