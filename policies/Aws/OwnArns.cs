using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws;

/// <summary>
/// Tells an ARN that the program makes of its own names from one of something outside: it is in an account of the estate, its kind
/// of resource is declared in its Region, and it begins like the names there.
/// </summary>
internal sealed class OwnArns(Estate estate)
{
    private const int SharedWords = 2;

    // Ids that the service makes up are found as dependencies; they cannot be told from another program's.
    private static readonly HashSet<string> MadeUp = new(StringComparer.Ordinal)
    {
        KmsTypes.Key, KmsTypes.ReplicaKey, Ec2Types.Instance, EbsTypes.Volume, EfsTypes.FileSystem,
    };

    private readonly Dictionary<(string Type, string Region), HashSet<string>> _beginnings = [];
    private readonly Dictionary<string, bool> _nowhere = new(StringComparer.Ordinal);

    public bool LeadsNowhere(string text)
    {
        if (!_nowhere.TryGetValue(text, out var nowhere))
        {
            _nowhere.Add(text, nowhere = Find(text));
        }

        return nowhere;
    }

    private bool Find(string text)
    {
        // A bucket's ARN has no account, and roles of AWS itself are in no program.
        if (!Arn.TryParse(text, out var arn) || arn.Account.Length == 0 || arn.Resource.Contains("service-role/", StringComparison.Ordinal))
        {
            return false;
        }

        string[] types = [.. estate.Types.Where(type => ArnNames.Matches(type, arn) && !MadeUp.Contains(type))];
        if (types.Length == 0)
        {
            return false;
        }

        var own = WithoutPart(arn);
        var name = ArnNames.NameOf(types[0], own);
        return types.Any(type => Beginnings(type, arn.Region).Contains(Beginning(name)))
            && estate.References.Named(null, own.ToString(), types) is null
            && !types.Any(type => estate.OfType(type).Any(node => NameOf(node) == name));
    }

    // The index or stream of a table, the version of a function, the log streams of a group.
    private static Arn WithoutPart(Arn arn) => arn.Service switch
    {
        "dynamodb" => arn.WithResource(string.Join('/', arn.Resource.Split('/').Take(2))),
        "lambda" => arn.WithResource(string.Join(':', arn.Resource.Split(':').Take(2))),
        "logs" => arn.WithResource(arn.Resource.Split(":log-stream:")[0]),
        _ => arn,
    };

    private HashSet<string> Beginnings(string type, string region)
    {
        if (!_beginnings.TryGetValue((type, region), out var beginnings))
        {
            beginnings = [.. estate.OfType(type)
                .Where(node => region.Length == 0 || node.Region == region)
                .Select(NameOf)
                .OfType<string>()
                .Where(name => name.Split('-', '/').Length > SharedWords)
                .Select(Beginning)];
            _beginnings.Add((type, region), beginnings);
        }

        return beginnings;
    }

    private static string? NameOf(Node node) =>
        node["name"].Text ?? node["clusterIdentifier"].Text ?? node["globalClusterIdentifier"].Text ?? node["identifier"].Text ?? node.Resource.Id;

    private static string Beginning(string name) => string.Join('-', name.Split('-', '/').Take(SharedWords));
}
