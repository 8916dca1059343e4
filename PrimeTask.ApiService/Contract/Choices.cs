using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PrimeTask.ApiService.Contract;

/// <summary>The names of an enum's members on the wire, in the database and on screen.</summary>
public static class Choices
{
    public static IEnumerable<string> Names<T>()
        where T : struct, Enum => Of<T>.ByName.Keys;

    public static string Invalid<T>()
        where T : struct, Enum => Invalid(Names<T>());

    public static string Invalid(IEnumerable<string> allowed) => $"Invalid choice. Allowed: {string.Join(", ", allowed)}.";

    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Of<T>.ByName.TryGetValue(name, out value);

    public static T Parse<T>(string name)
        where T : struct, Enum => Of<T>.ByName[name];

    public static string Name<T>(T value)
        where T : struct, Enum => Of<T>.Names[value];

    public static string Display<T>(T value)
        where T : struct, Enum => Of<T>.Displayed[value];

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<T, string> Names = ByName.ToDictionary(entry => entry.Value, entry => entry.Key);

        public static readonly Dictionary<T, string> Displayed = ByName.ToDictionary(
            entry => entry.Value,
            entry => string.Join(' ', entry.Key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
    }
}

/// <summary>Keeps a choice in the database as its name.</summary>
public sealed class ChoiceConverter<T>() : ValueConverter<T, string>(value => Choices.Name(value), name => Choices.Parse<T>(name))
    where T : struct, Enum;
