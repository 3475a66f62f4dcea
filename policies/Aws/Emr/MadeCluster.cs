using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Aws.Emr;

/// <summary>
/// A cluster of EMR that a state machine makes for a run. Sources: Step Functions developer guide, "Create and manage Amazon EMR clusters with Step
/// Functions"; Amazon EMR management guide, "Planning and configuring instance fleets".
/// </summary>
/// <param name="Machine">The state machine.</param>
/// <param name="Made">The state that makes it.</param>
internal sealed record MadeCluster(Node Machine, MachineState Made)
{
    private const string Path = "definition";

    public Prop Arguments => Made.Arguments;

    /// <summary>All of a machine; none where its definition is not known.</summary>
    public static IEnumerable<MadeCluster> Of(Node machine) =>
        MachineState.AllOf(machine)?.Where(state => state.MakesCluster).Select(state => new MadeCluster(machine, state)) ?? [];

    /// <summary>Why it may be left behind by a run; null where it is ended, whatever happens.</summary>
    public Reason? LeftBehind()
    {
        // It ends by itself, once it has done the steps that it was made with.
        if (Arguments["Instances"]["KeepJobFlowAliveWhenNoSteps"].Flag != true && !Made.Resource!.Contains(":elasticmapreduce:", StringComparison.Ordinal))
        {
            return null;
        }

        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(Made.Next));
        if (Made.IsLast)
        {
            return Left(Made, "nothing comes after it");
        }

        while (open.TryPop(out var name))
        {
            var state = Made.Beside(name);
            if (!seen.Add(name) || state.EndsCluster)
            {
                continue;
            }

            if (state.IsLast)
            {
                return Left(state, "the run can end there, and the cluster goes on");
            }

            if (state.MayFail && state.AfterFailure is null)
            {
                return Left(state, "where it fails, nothing ends the cluster");
            }

            foreach (var next in state.Next.Append(state.AfterFailure).OfType<string>())
            {
                open.Push(next);
            }
        }

        return null;
    }

    /// <summary>
    /// Why its disks are not encrypted: by a security configuration, which the cluster names. Null where they are; unknown where nobody here declares
    /// it. Source: Amazon EMR management guide, "Specifying Amazon EMR encryption settings".
    /// </summary>
    public Reason? LeavesDisksPlain(Estate estate)
    {
        var named = Arguments["SecurityConfiguration"];
        if (named.IsAbsent)
        {
            return new Reason($"{Made.Name} makes an EMR cluster without a security configuration: its disks are not encrypted", Machine, Path);
        }

        if (named.Text is not { } name || estate.OfType(EmrTypes.SecurityConfiguration)
            .FirstOrDefault(one => one.Region == Machine.Region && PhysicalName.Of(one) == name) is not { } security)
        {
            return Reason.Uncertain($"no program here declares the security configuration that {Made.Name} names", Machine, Path);
        }

        var stated = security["configuration"];
        if (stated.Text is not { } text || JsonDocumentText.Parse(text, stated.Path) is not { } document)
        {
            return Reason.Unknown(security, stated.Path);
        }

        var encryption = document["EncryptionConfiguration"];
        return encryption["EnableAtRestEncryption"].Flag == true
            && !encryption["AtRestEncryptionConfiguration"]["LocalDiskEncryptionConfiguration"]["EncryptionKeyProviderType"].IsAbsent
                ? null
                : new Reason("it does not encrypt the disks of clusters", security, stated.Path);
    }

    /// <summary>The ids of the subnets that it may be in; null where only the run will tell.</summary>
    public IReadOnlyList<string>? Subnets(Estate estate)
    {
        var instances = Arguments["Instances"];
        if (instances["Ec2SubnetIds.$"].Text is { } path)
        {
            return GivenBy(estate, path);
        }

        var stated = instances["Ec2SubnetIds"];
        return !stated.IsAbsent ? stated.Items.All(id => id.IsKnown) ? [.. stated.Items.Select(id => id.Text).OfType<string>()] : null
            : instances["Ec2SubnetId"].IsAbsent ? [] : instances["Ec2SubnetId"].Text is { } one ? [one] : null;
    }

    // What a run is told, the schedule states that starts it.
    private IReadOnlyList<string>? GivenBy(Estate estate, string path)
    {
        var inputs = JobSchedule.All(estate).Where(schedule => schedule.Starts(estate).Any(work => work.Machine == Machine))
            .Select(schedule => schedule.Node["target"]["input"].Text is { } text ? JsonDocumentText.Parse(text, Path) : null).ToArray();
        return path.StartsWith("$.", StringComparison.Ordinal) && inputs is [{ } input] && input[path[2..]] is { IsAbsent: false } ids
            ? [.. ids.Items.Select(id => id.Text).OfType<string>()]
            : null;
    }

    private Reason Left(MachineState at, string why) => new($"{Made.Name} makes an EMR cluster, and at {at.Name} {why}", Machine, Path);
}
