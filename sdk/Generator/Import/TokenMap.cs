using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>
/// Turns tokens of a real package schema (<c>aws:rds/cluster:Cluster</c>) into module and name. Where the schema's module has a
/// namespace that a known module has too (<c>networking.k8s.io/v1</c> and <c>networking/v1</c>), the known module is taken.
/// </summary>
internal sealed class TokenMap
{
    private readonly Regex _format;
    private readonly JsonObject _namespaces;
    private readonly Dictionary<string, string> _knownModules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    internal TokenMap(string? moduleFormat, JsonObject? namespaces, CSharpNames known)
    {
        _format = new Regex($"^{moduleFormat ?? "(.*)"}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        _namespaces = namespaces ?? [];
        foreach ((string module, string part) in known.Namespaces)
        {
            _knownModules.TryAdd(part, module);
        }
    }

    internal (string Module, string Name) Split(string token)
    {
        string[] parts = token.Split(':');
        if (parts.Length != 3)
        {
            throw new GeneratorException($"'{token}' is not a token: expected package:module:Name.");
        }

        return (Module(parts[1]), parts[2]);
    }

    internal string TypeKey(string token)
    {
        (string module, string name) = Split(token);
        return $"{module}/{name}";
    }

    /// <summary>The C# namespace part of a module that <see cref="Split"/> gave.</summary>
    internal string NamespacePart(string module) => _parts[module];

    private string Module(string raw)
    {
        if (_modules.TryGetValue(raw, out string? module))
        {
            return module;
        }

        Match match = _format.Match(raw);
        string formatted = match is { Success: true, Groups.Count: > 1 } ? match.Groups[1].Value : raw;
        if (formatted is "" or "index")
        {
            module = "index";
        }
        else
        {
            string part = _namespaces[formatted]?.GetValue<string>() ?? string.Concat(formatted[..1].ToUpperInvariant(), formatted[1..]);
            module = _knownModules.GetValueOrDefault(part, formatted);
            _parts[module] = part;
        }

        return _modules[raw] = module;
    }
}
