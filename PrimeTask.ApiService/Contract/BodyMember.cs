using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace PrimeTask.ApiService.Contract;

/// <summary>Marks the body of PATCH: nothing in it is required.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartialAttribute : Attribute;

/// <summary>A member of a request body, with all that is declared of it.</summary>
/// <param name="Property">Where it is in the body.</param>
/// <param name="Name">On the wire.</param>
/// <param name="IsRequired">In a whole body.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Text">What a text must be.</param>
/// <param name="Length">How many items a list has.</param>
/// <param name="TextList">What a list of names must be.</param>
public sealed record BodyMember(PropertyInfo Property, string Name, bool IsRequired, bool IsNullable, TextRuleAttribute? Text, LengthAttribute? Length, TextListAttribute? TextList)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<BodyMember>> _known = [];

    public static IReadOnlyList<BodyMember> Of(Type body) => _known.GetOrAdd(body, type => [.. type.GetProperties().Select(Of)]);

    public static BodyMember Of(PropertyInfo property)
    {
        var nullability = new NullabilityInfoContext().Create(property);
        return new(
            property,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
            property.IsDefined(typeof(RequiredAttribute)),
            (nullability.GenericTypeArguments is [var value] ? value : nullability).ReadState == NullabilityState.Nullable,
            property.GetCustomAttribute<TextRuleAttribute>(),
            property.GetCustomAttribute<LengthAttribute>(),
            property.GetCustomAttribute<TextListAttribute>());
    }
}
