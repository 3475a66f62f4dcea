namespace DrInfra.Policies.Kubernetes;

/// <summary>A class of nodes of EKS Auto Mode, or of Karpenter on AWS: how the nodes of its pools are launched.</summary>
internal readonly record struct NodeClass(Node Node)
{
    public static readonly IReadOnlyList<string> OfAutoMode = ["kubernetes:eks.amazonaws.com/v1:NodeClass"];

    public static readonly IReadOnlyList<string> Types =
    [
        .. OfAutoMode, "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", "kubernetes:karpenter.k8s.aws/v1beta1:EC2NodeClass",
    ];

    /// <summary>Which capacity reservations its nodes take; absent where it names none.</summary>
    public Prop Reservations => Node["spec"]["capacityReservationSelectorTerms"];

    /// <summary>Whether its nodes enforce network policies: <c>DefaultAllow</c> or <c>DefaultDeny</c>.</summary>
    public Prop NetworkPolicy => Node["spec"]["networkPolicy"];

    public string? Name => Node["metadata"]["name"].Text;

    /// <summary>Whether it takes a reservation by its id or by its tags; null where only the deployment will tell.</summary>
    public bool? Takes(string? id, IReadOnlyDictionary<string, string> tags)
    {
        if (Reservations.IsUnknown)
        {
            return null;
        }

        // A term names an id or tags. An id that is not known yet may be this one.
        return Reservations.Items.Aggregate((bool?)false, (any, term) => any | Takes(term, id, tags));
    }

    /// <summary>Whether one of its terms takes a reservation; null where only the deployment will tell.</summary>
    public static bool? Takes(Prop term, string? id, IReadOnlyDictionary<string, string> tags)
    {
        if (term.IsUnknown || term["id"].IsUnknown || term["tags"].IsUnknown)
        {
            return null;
        }

        return term["id"].Text is { } named ? (id is null ? null : named == id)
            : term["tags"].Members.Any()
                && term["tags"].Members.All(tag => tags.TryGetValue(tag.Name, out var value) && (tag.Value.Text is null or "*" || tag.Value.Text == value));
    }
}
