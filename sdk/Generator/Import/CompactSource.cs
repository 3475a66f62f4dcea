using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>A compact schema file.</summary>
internal sealed class CompactSource(PackageSchema schema) : ISchemaSource
{
    public string Package => schema.Package;

    public string Version => schema.Version;

    public CSharpNames Names => schema.Names;

    public IReadOnlyCollection<string> Tokens => [.. schema.Resources.Keys, .. schema.Functions.Keys, .. schema.Specials.Keys];

    public ResourceSpec? FindResource(string token) => schema.Resources.GetValueOrDefault(token);

    public FunctionSpec? FindFunction(string token) => schema.Functions.GetValueOrDefault(token);

    public SpecialSpec? FindSpecial(string token) => schema.Specials.GetValueOrDefault(token);

    public bool HasType(string key) => schema.Types.ContainsKey(key);

    public ObjectType Type(string key) => schema.Types.GetValueOrDefault(key)
        ?? throw new GeneratorException($"The file refers to the type '{key}' and does not hold it: it is not a whole compact schema.");

    public IReadOnlyList<KeyValuePair<string, string>> Enum(string key) => schema.Enums.GetValueOrDefault(key)
        ?? throw new GeneratorException($"The file refers to the enum '{key}' and does not hold it: it is not a whole compact schema.");
}
