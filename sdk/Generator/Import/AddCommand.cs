using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>Adds resource types and functions, with every type and enum they reach, to a trimmed schema.</summary>
internal static class AddCommand
{
    /// <returns>The tokens that were not there before, in the order given.</returns>
    /// <exception cref="GeneratorException">A token is unknown, or the file is of another package or version;
    /// <paramref name="target"/> may then be half changed and is not to be written.</exception>
    internal static IReadOnlyList<string> Add(
        PackageSchema target, ISchemaSource source, IReadOnlyList<string> tokens, string file)
    {
        if (source.Package != target.Package)
        {
            throw new GeneratorException(
                $"{file} is the schema of '{source.Package}', the token is of '{target.Package}'. "
                + $"Give --from the schema of {target.Package}.");
        }

        if (source.Version != target.Version)
        {
            throw new GeneratorException(
                $"{file} is {source.Package} {source.Version}, this repository uses {target.Version}. "
                + $"Print the right one: pulumi package get-schema {target.Package}@{target.Version}");
        }

        List<string> added = [];
        foreach (string token in tokens.Distinct())
        {
            if (AddOne(target, source, token, file))
            {
                added.Add(token);
            }
        }

        AddTypes(target, source);
        // Only now: a source may learn its names while its entries are converted.
        target.Names.Merge(source.Names);
        return added;
    }

    private static bool AddOne(PackageSchema target, ISchemaSource source, string token, string file)
    {
        if (source.FindResource(token) is { } resource)
        {
            if (resource.Component)
            {
                throw new GeneratorException(
                    $"{token} is a component that runs inside its plugin; the generated packages hold plain resources and functions only.");
            }

            bool isNew = !target.Resources.ContainsKey(token);
            target.Resources[token] = resource;
            return isNew;
        }

        if (source.FindFunction(token) is { } function)
        {
            bool isNew = !target.Functions.ContainsKey(token);
            target.Functions[token] = function;
            return isNew;
        }

        if (source.FindSpecial(token) is { } special)
        {
            bool isNew = !target.Specials.ContainsKey(token);
            target.Specials[token] = special;
            return isNew;
        }

        throw new GeneratorException(
            $"{file} has no '{token}'. Nearest: {string.Join(", ", NearestNames.Of(token, source.Tokens))}. Nothing was written.");
    }

    private static void AddTypes(PackageSchema target, ISchemaSource source)
    {
        Closure closure = Closure.Of(
            target.Resources.Values,
            target.Functions.Values,
            target.Specials.Values,
            key => Find(target, source, key),
            target.Names.IsKubernetes);
        Dictionary<string, ObjectType> types = closure.Types.ToDictionary(t => t.Key, t =>
        {
            ObjectType whole = Find(target, source, t.Key);
            return new ObjectType(
                t.Value.Any(u => u is not (Usage.Out or Usage.FunctionOut)) ? whole.In : null,
                t.Value.Any(u => u is Usage.Out or Usage.FunctionOut) ? whole.Out : null);
        });
        target.Types.Clear();
        foreach ((string key, ObjectType type) in types)
        {
            target.Types[key] = type;
        }

        foreach (string key in closure.Enums.Where(e => !target.Enums.ContainsKey(e)))
        {
            target.Enums[key] = source.Enum(key);
        }
    }

    private static ObjectType Find(PackageSchema target, ISchemaSource source, string key)
    {
        // What is there stays as it is, so that adding one resource does not change others; it may lack the side now needed.
        ObjectType? known = target.Types.GetValueOrDefault(key);
        if (known is { In: not null, Out: not null } || (known is not null && !source.HasType(key)))
        {
            return known;
        }

        ObjectType found = source.Type(key);
        // Kubernetes outputs are never nullable, whatever the inputs are.
        found = target.Names.IsKubernetes ? found : found.WithOutputsOptionalLikeInputs();
        return new ObjectType(known?.In ?? found.In, known?.Out ?? found.Out);
    }
}
