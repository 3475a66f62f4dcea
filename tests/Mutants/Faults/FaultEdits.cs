using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>How a fault changes the inputs of a resource.</summary>
internal static class FaultEdits
{
    private const string Nobody = "999999999999";

    // A path goes through members and items; + is an item more. Null takes the member away.
    public static PropertyValue? With(PropertyValue? owner, string path, object? change)
    {
        var value = Of(change);
        var step = path.Split('/')[0];
        var rest = path.Length > step.Length ? path[(step.Length + 1)..] : null;
        switch (owner)
        {
            case MapValue map when rest is null || map[step] is not null || step == "stringEquals":
                var member = rest is null ? value : With(map[step] ?? ListValue.Of([]), rest, value);
                return MapValue.Of(map.Where(pair => pair.Key != step).Concat(member is null ? [] : [new KeyValuePair<string, PropertyValue>(step, member)]));
            case ListValue list when step == "+":
                return ListValue.Of(list.Append(value!));
            case ListValue { Count: > 0 } list:
                return ListValue.Of(list.Skip(1).Prepend(rest is null ? value! : With(list[0], rest, value)!));
            default:
                return owner;
        }
    }

    // All texts, or all numbers, below the members of a name.
    public static PropertyValue Replaced(PropertyValue value, string below, Func<string, string>? text = null, double? number = null, bool inside = false) =>
        value switch
        {
            MapValue map =>
                MapValue.Of(
                    map.Select(pair =>
                        new KeyValuePair<string, PropertyValue>(pair.Key, Replaced(pair.Value, below, text, number, inside || pair.Key == below)))),
            ListValue list => ListValue.Of(list.Select(item => Replaced(item, below, text, number, inside))),
            TextValue one when inside && text is not null => PropertyValue.Of(text(one.Value)),
            NumberValue when inside && number is { } other => PropertyValue.Of(other),
            _ => value,
        };

    /// <summary>The text with the two Regions of the shipped pair exchanged.</summary>
    public static string OtherRegion(string text) => text.Replace("eu-west-1", "{}", StringComparison.Ordinal)
        .Replace("eu-central-1", "eu-west-1", StringComparison.Ordinal).Replace("{}", "eu-central-1", StringComparison.Ordinal);

    public static string Foreign(string arn) =>
        Arn.TryParse(arn, out var parts) ? arn.ChangeAll($":{parts.Account}:", $":{Nobody}:") : arn;

    public static MapValue Map(params (string Name, object Value)[] members) =>
        MapValue.Of(members.Select(member => new KeyValuePair<string, PropertyValue>(member.Name, Of(member.Value)!)));

    private static PropertyValue? Of(object? value) => value switch
    {
        string text => PropertyValue.Of(text),
        int number => PropertyValue.Of(number),
        bool flag => PropertyValue.Of(flag),
        _ => (PropertyValue?)value,
    };
}
