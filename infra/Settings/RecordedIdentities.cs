namespace DrInfra.Infra.Settings;

/// <summary>Identities of the other stack, as they are recorded.</summary>
public sealed class RecordedIdentities
{
    private readonly Dictionary<(StackRole Owner, string Name), string> _ids;

    private RecordedIdentities(Dictionary<(StackRole, string), string> ids) => _ids = ids;

    /// <summary>Nothing is recorded.</summary>
    public static RecordedIdentities None { get; } = new([]);

    /// <summary>An identity; null where it is not recorded.</summary>
    public string? Of(StackRole owner, string name) => _ids.GetValueOrDefault((owner, name));

    /// <summary>The same and more.</summary>
    public RecordedIdentities With(IEnumerable<(RandomIdentity Identity, string Id)> more)
    {
        var ids = new Dictionary<(StackRole, string), string>(_ids);
        foreach (var (identity, id) in more)
        {
            ids[(identity.Owner, identity.Name)] = id;
        }

        return new RecordedIdentities(ids);
    }
}
