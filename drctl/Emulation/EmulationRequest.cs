using System.Collections;
using System.Globalization;

namespace DrInfra.Drctl.Emulation;

/// <summary>One registration as a service family sees it. Everything an answer may depend on is here.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Logical name in the program.</param>
/// <param name="Inputs">Known inputs by wire name; an unknown one is absent.</param>
/// <param name="AccountId">Account of the provider: the one of the role it assumes, else the stack's.</param>
/// <param name="Region">Region of the provider.</param>
/// <param name="DefaultTags">The provider's default tags.</param>
/// <param name="Existing">Looks up what was registered before: type, Region, id.</param>
internal sealed record EmulationRequest(
    string Type,
    string Name,
    IReadOnlyDictionary<string, object> Inputs,
    string AccountId,
    string Region,
    IReadOnlyDictionary<string, object> DefaultTags,
    Func<string, string, string, EmulatedResource?> Existing)
{
    /// <summary>Of an object of Kubernetes: the cluster that its provider puts it into, by whatever names it.</summary>
    public string Cluster { get; init; } = string.Empty;

    public string Partition => RegionNames.Partition(Region);

    public string DnsSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    public string? Text(string property) => Inputs.GetValueOrDefault(property) as string;

    public bool Flag(string property) => Inputs.GetValueOrDefault(property) is true;

    public int? Number(string property) =>
        Inputs.GetValueOrDefault(property) is { } value and (double or int)
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : null;

    public IReadOnlyDictionary<string, object>? Map(string property) => AsMap(Inputs.GetValueOrDefault(property));

    public IReadOnlyList<object> List(string property) => AsList(Inputs.GetValueOrDefault(property));

    public IEnumerable<IReadOnlyDictionary<string, object>> Maps(string property) => AsMaps(Inputs.GetValueOrDefault(property));

    public static IReadOnlyList<object> AsList(object? value) =>
        value is IEnumerable list and not string ? [.. list.Cast<object>()] : [];

    public static IEnumerable<IReadOnlyDictionary<string, object>> AsMaps(object? value) =>
        AsList(value).Select(AsMap).OfType<IReadOnlyDictionary<string, object>>();

    public static IReadOnlyDictionary<string, object>? AsMap(object? value) => value switch
    {
        IReadOnlyDictionary<string, object> map => map,
        IDictionary<string, object> map => map.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
        _ => null,
    };

    /// <summary>
    /// The name the resource has in the cloud: as stated, else the prefix with the provider's suffix, else Pulumi's
    /// auto-naming (logical name, hyphen, seven hexadecimal digits).
    /// </summary>
    public string PhysicalName(string property = "name", string? prefixProperty = "namePrefix") =>
        Text(property)
        ?? (prefixProperty is not null && Text(prefixProperty) is { } prefix ? prefix + Hex(26, "prefix") : $"{Name}-{Hex(7, "autoname")}");

    public string Arn(string service, string resource, string? region = null) =>
        $"arn:{Partition}:{service}:{region ?? Region}:{AccountId}:{resource}";

    public string GlobalArn(string service, string resource) => Arn(service, resource, string.Empty);

    /// <summary>Hexadecimal digits that belong to this resource; <paramref name="purpose"/> keeps its several ids apart.</summary>
    public string Hex(int length, string purpose = "id") => StableIds.Hex(length, AccountId, Region, Type, Name, purpose);

    public string Upper(int length, string purpose = "id") => StableIds.Upper(length, AccountId, Region, Type, Name, purpose);

    public string Mixed(int length, string purpose = "id") => StableIds.Mixed(length, AccountId, Region, Type, Name, purpose);

    public string Uuid(string purpose = "id") => StableIds.Uuid(AccountId, Region, Type, Name, purpose);

    /// <summary>An EC2-style id: prefix and 17 hexadecimal digits.</summary>
    public string Ec2Id(string prefix, string? purpose = null) => $"{prefix}-{Hex(17, purpose ?? prefix)}";

    public EmulatedResource? Find(string type, string? id, string? region = null) =>
        id is null ? null : Existing(type, region ?? Region, id);

    public InvalidOperationException Refuse(string property, object? got, string rule) => new(
        $"The emulated cloud refuses {Type} \"{Name}\": {property} is {Show(got)}, and {rule} A real deployment would fail the same way.");

    private static string Show(object? value) => value switch
    {
        null => "not given",
        string text => $"\"{text}\"",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>())}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
