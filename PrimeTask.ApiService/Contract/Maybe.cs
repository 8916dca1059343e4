using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrimeTask.ApiService.Contract;

/// <summary>A member of a request body that tells "left out" from "null".</summary>
public readonly record struct Maybe<T>(T? Value) : IMaybe
{
    /// <summary>False for <c>default</c>: that is what a member that was left out is.</summary>
    public bool IsPresent { get; } = true;

    /// <summary>What is wrong with what was sent, where that is no <typeparamref name="T"/>; the value is then none.</summary>
    [JsonIgnore]
    public string? Problem { get; init; }

    object? IMaybe.Value => Value;

    [return: NotNullIfNotNull(nameof(fallback))]
    public T? Or(T? fallback) => IsPresent ? Value : fallback;

    /// <summary>Left out stays left out, and null stays null.</summary>
    public Maybe<TOther> Map<TOther>(Func<T, TOther> map) =>
        !IsPresent ? default : new(Value is null ? default : map(Value));
}

/// <summary>For what reads members of any type.</summary>
internal interface IMaybe
{
    bool IsPresent { get; }

    object? Value { get; }

    string? Problem { get; }
}

public sealed class MaybeJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Maybe<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var type = typeToConvert.GenericTypeArguments[0];
        return type == typeof(DateTimeOffset?) ? new TimeConverter()
            : type == typeof(DateOnly?) ? new DateConverter()
            : type == typeof(IReadOnlyList<string>) ? new TextListConverter()
            : type == typeof(IReadOnlyDictionary<string, string>) ? new TextMapConverter()
            : Nullable.GetUnderlyingType(type) is { IsEnum: true } choice ? (JsonConverter)Activator.CreateInstance(typeof(ChoiceOrNullConverter<>).MakeGenericType(choice))!
            : (JsonConverter)Activator.CreateInstance((type.IsEnum ? typeof(ChoiceConverter<>) : typeof(Converter<>)).MakeGenericType(type))!;
    }

    private class Converter<T> : JsonConverter<Maybe<T>>
    {
        public override bool HandleNull => true;

        public override Maybe<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.Null ? ReadValue(ref reader, options)
            : default(T) is null ? new(default(T))
            : new(default(T)) { Problem = FieldErrors.Null };

        public override void Write(Utf8JsonWriter writer, Maybe<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);

        // The inner converter is called directly: a nested Deserialize would report wrong types at "$" instead of the member.
        protected virtual Maybe<T> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            new(((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options));
    }

    private sealed class ChoiceConverter<T> : Converter<T>
        where T : struct, Enum
    {
        protected override Maybe<T> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            Choices.TryParse<T>(reader.GetString()!, out var choice) ? new(choice) : new(default(T)) { Problem = Choices.Invalid<T>() };
    }

    private sealed class ChoiceOrNullConverter<T> : Converter<T?>
        where T : struct, Enum
    {
        protected override Maybe<T?> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            Choices.TryParse<T>(reader.GetString()!, out var choice) ? new(choice) : new(null) { Problem = Choices.Invalid<T>() };
    }

    private sealed class TimeConverter : Converter<DateTimeOffset?>
    {
        protected override Maybe<DateTimeOffset?> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            WireTime.TryParse(reader.GetString()!, out var time) ? new(time) : new(null) { Problem = WireTime.Invalid };
    }

    private sealed class TextListConverter : Converter<IReadOnlyList<string>>
    {
        // Null is no list, though the type of a list takes null.
        public override Maybe<IReadOnlyList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? new(null) { Problem = FieldErrors.Null } : ReadValue(ref reader, options);

        protected override Maybe<IReadOnlyList<string>> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException();
            var texts = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                texts.Add(reader.GetString() ?? throw new JsonException());
            return new(texts);
        }
    }

    /// <summary>An object of texts; of a member that is there twice the last counts, as everywhere.</summary>
    private sealed class TextMapConverter : Converter<IReadOnlyDictionary<string, string>>
    {
        public override Maybe<IReadOnlyDictionary<string, string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? new(null) { Problem = FieldErrors.Null } : ReadValue(ref reader, options);

        protected override Maybe<IReadOnlyDictionary<string, string>> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException();
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                texts[name] = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString()!,
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    JsonTokenType.Number when !reader.HasValueSequence => Encoding.UTF8.GetString(reader.ValueSpan),
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSequence),
                    _ => throw new JsonException(),
                };
            }

            return new(texts);
        }
    }

    private sealed class DateConverter : Converter<DateOnly?>
    {
        protected override Maybe<DateOnly?> ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            WireTime.TryParseDate(reader.GetString()!, out var date) ? new(date) : new(null) { Problem = WireTime.InvalidDate };
    }
}
