namespace Pulumi;

public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>New options; scalars of <paramref name="options2"/> win where set, lists are put one after the other.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.MergeFrom(options1);
        merged.MergeFrom(options2);
        return merged;
    }

    private void MergeFrom(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        base.MergeFrom(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        _additionalSecretOutputs = Join(_additionalSecretOutputs, other._additionalSecretOutputs);
        ImportId = other.ImportId ?? ImportId;
        foreach (var (name, value) in other._envVarMappings ?? [])
        {
            EnvVarMappings[name] = value;
        }
    }
}
