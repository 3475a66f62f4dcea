using System.Collections.Concurrent;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>How a request of a role comes out.</summary>
internal enum Grant
{
    Allowed,

    /// <summary>No statement allows it.</summary>
    Missing,

    /// <summary>A statement denies it.</summary>
    Denied,

    /// <summary>A policy that could allow or deny it is not known, or hangs on a condition that we do not model, or on an id.</summary>
    Undetermined,
}

/// <summary>Everything that the policies of a role say.</summary>
internal sealed class RoleGrants
{
    private readonly List<PolicyStatement> _statements = [];
    private readonly List<IReadOnlyList<PolicyStatement>> _boundaries = [];

    // The same few actions are asked for on thousands of resources.
    private readonly ConcurrentDictionary<string, PolicyStatement[]> _byAction = new(StringComparer.Ordinal);

    private RoleGrants(Estate estate, Node role)
    {
        Role = role;
        foreach (var inline in estate.UsersOf(role, IamTypes.RolePolicy, "role"))
        {
            Add(inline, inline["policy"]);
        }

        foreach (var block in role["inlinePolicies"].Items.Where(block => !block["policy"].IsAbsent))
        {
            Add(role, block["policy"]);
        }

        foreach (var attachment in estate.UsersOf(role, IamTypes.RolePolicyAttachment, "role")
            .Concat(estate.UsersOf(role, IamTypes.PolicyAttachment, "roles")))
        {
            AddManaged(attachment, estate.References.Follow(attachment, "policyArn", IamTypes.Policy));
        }

        foreach (var managed in estate.References.FollowAll(role, role["managedPolicyArns"], IamTypes.Policy))
        {
            AddManaged(role, managed);
        }

        AddBoundary(estate.References.Follow(role, "permissionsBoundary", IamTypes.Policy));
    }

    public Node Role { get; }

    /// <summary>How many policies the role has, unreadable ones included.</summary>
    public int Policies { get; private set; }

    public IReadOnlyList<PolicyStatement> Statements => _statements;

    /// <summary>Policies that are no policy documents.</summary>
    public List<(Node Node, string Property)> Malformed { get; } = [];

    /// <summary>Policies that are unknown, or stand outside the graphs.</summary>
    public List<(Node Node, string Property)> Unread { get; } = [];

    /// <summary>Those of AWS among them that nobody here has read, by ARN; null where something else is unread as well.</summary>
    public IReadOnlySet<string>? UnreadOfAws => _managed.Count == Unread.Count && !_managed.Contains(null) ? _managed.OfType<string>().ToHashSet() : null;

    private readonly List<string?> _managed = [];

    public static RoleGrants Of(Estate estate, Node role) => estate.Once(static _ => new Known()).Of(estate, role);

    public Grant Decide(string action, string arn, AccessContext context)
    {
        var statements = _byAction.GetOrAdd(action, static (wanted, all) => Covering(all, wanted), _statements);
        var granted = Decide(statements, arn, context, incomplete: Unread.Count > 0);
        return _boundaries.Select(boundary => Decide(Covering(boundary, action), arn, context, incomplete: false)).Aggregate(granted, Worse);
    }

    private static Grant Worse(Grant one, Grant other) =>
        one == Grant.Denied || other == Grant.Denied ? Grant.Denied
        : one == Grant.Missing || other == Grant.Missing ? Grant.Missing
        : one == Grant.Undetermined || other == Grant.Undetermined ? Grant.Undetermined
        : Grant.Allowed;

    private static PolicyStatement[] Covering(IReadOnlyList<PolicyStatement> statements, string action) =>
        [.. statements.Where(statement => statement.Covers(action))];

    private static Grant Decide(PolicyStatement[] statements, string arn, AccessContext context, bool incomplete)
    {
        bool? allowed = false;
        var unsure = false;
        foreach (var statement in statements)
        {
            var reaches = statement.Reaches(arn);
            if (reaches == false)
            {
                continue;
            }

            var met = statement.IsMet(context) & reaches;
            if (!statement.Allows)
            {
                if (met == true)
                {
                    return Grant.Denied;
                }

                unsure |= met is null;
            }
            else if (met != false)
            {
                allowed = allowed == true || met == true ? true : null;
            }
        }

        return allowed == true && !unsure ? Grant.Allowed
            : allowed != false || incomplete ? Grant.Undetermined
            : Grant.Missing;
    }

    private void Add(Node node, Prop policy)
    {
        Policies++;
        var document = PolicyDocument.Read(node, policy);
        (document.IsUnknown ? Unread : document.IsMalformed ? Malformed : null)?.Add((node, policy.Path));
        _statements.AddRange(document.Statements);
    }

    private void AddManaged(Node from, Reference reference)
    {
        if (reference.Target is { } policy)
        {
            Add(policy, policy["policy"]);
        }
        else if (!reference.IsAbsent)
        {
            Policies++;
            if (ManagedPolicies.Find(reference.Text) is { } known)
            {
                _statements.Add(known);
            }
            else
            {
                Unread.Add((from, reference.Path));
                _managed.Add(reference.Text);
            }
        }
    }

    private void AddBoundary(Reference boundary)
    {
        if (boundary.Target is { } policy && PolicyDocument.Read(policy, policy["policy"]) is { IsUnknown: false, IsMalformed: false } document)
        {
            _boundaries.Add(document.Statements);
        }
        else if (!boundary.IsAbsent)
        {
            Unread.Add((Role, boundary.Path));
        }
    }

    private sealed class Known
    {
        private readonly ConcurrentDictionary<Node, RoleGrants> _byRole = new();

        public RoleGrants Of(Estate estate, Node role) => _byRole.GetOrAdd(role, static (role, estate) => new RoleGrants(estate, role), estate);
    }
}
