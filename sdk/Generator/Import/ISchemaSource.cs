using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>
/// A schema file to take resource types from. Types and enums it does not hold are a <see cref="GeneratorException"/>.
/// </summary>
internal interface ISchemaSource
{
    string Package { get; }

    string Version { get; }

    /// <summary>The C# names the file tells; complete for what has been looked up so far.</summary>
    CSharpNames Names { get; }

    /// <summary>Every token that can be added.</summary>
    IReadOnlyCollection<string> Tokens { get; }

    ResourceSpec? FindResource(string token);

    FunctionSpec? FindFunction(string token);

    SpecialSpec? FindSpecial(string token);

    bool HasType(string key);

    ObjectType Type(string key);

    IReadOnlyList<KeyValuePair<string, string>> Enum(string key);
}
