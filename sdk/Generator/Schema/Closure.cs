namespace DrInfra.SdkGenerator.Schema;

/// <summary>Which nested types and enums resources and functions reach, and in which places they use them.</summary>
internal sealed class Closure
{
    private readonly Func<string, ObjectType> _type;

    private Closure(Func<string, ObjectType> type)
    {
        _type = type;
    }

    internal SortedDictionary<string, SortedSet<Usage>> Types { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Enums { get; } = new(StringComparer.Ordinal);

    internal static Closure Of(PackageSchema schema) => Of(
        schema.Resources.Values,
        schema.Functions.Values,
        schema.Specials.Values,
        key => schema.Types.TryGetValue(key, out ObjectType? type)
            ? type
            : throw new GeneratorException($"The schema of {schema.Package} uses the type '{key}' and does not hold it. "
                + "Add the resource again with `add TOKEN --from FILE`, which brings its types."),
        schema.Names.IsKubernetes);

    internal static Closure Of(
        IEnumerable<ResourceSpec> resources,
        IEnumerable<FunctionSpec> functions,
        IEnumerable<SpecialSpec> specials,
        Func<string, ObjectType> type,
        bool kubernetes)
    {
        Closure closure = new(type);
        foreach (ResourceSpec resource in resources)
        {
            closure.Walk(resource.Inputs, Usage.In);
            closure.Walk(resource.Outputs, Usage.Out);
            if (!kubernetes && !resource.IsProvider)
            {
                closure.Walk(resource.StateProperties(), Usage.State);
            }
        }

        foreach (FunctionSpec function in functions)
        {
            closure.Walk(function.Args, Usage.FunctionPlain);
            closure.Walk(function.Args, Usage.FunctionInput);
            closure.Walk(function.Result, Usage.FunctionOut);
        }

        foreach (SpecialSpec special in specials)
        {
            closure.Walk(special.Inputs, Usage.In);
            closure.Walk(special.Outputs, Usage.Out);
        }

        return closure;
    }

    private void Walk(IReadOnlyList<Property> properties, Usage usage)
    {
        foreach (TypeExpr part in properties.SelectMany(p => p.Type.Walk()))
        {
            if (part is TypeExpr.Enum known)
            {
                Enums.Add(known.Key);
            }
            else if (part is TypeExpr.Ref reference)
            {
                Reach(reference.Key, usage);
            }
        }
    }

    private void Reach(string key, Usage usage)
    {
        if (!Types.TryGetValue(key, out SortedSet<Usage>? usages))
        {
            Types[key] = usages = [];
        }

        if (usages.Add(usage))
        {
            ObjectType type = _type(key);
            bool output = usage is Usage.Out or Usage.FunctionOut;
            Walk((output ? type.Out : type.In) ?? throw new GeneratorException(
                $"The type '{key}' is used as {(output ? "an output" : "an input")} and has no '{(output ? "out" : "in")}' list."), usage);
        }
    }
}
