using System.Globalization;
using System.Net;
using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>Reads the environment, and collects every problem with it.</summary>
internal sealed class SettingsReader(string command, Func<string, string?> variable)
{
    /// <summary>Optional: the port of the endpoint for probes. Default: 8089.</summary>
    public const string PortVariable = "LEASE_PORT";

    /// <summary>Optional: <c>address:port</c> of the resolver; the name servers are asked on the same port. Default: that of the machine.</summary>
    public const string ResolverVariable = "LEASE_RESOLVER";

    /// <summary>Optional: seconds between two data points of the ages of savepoints. Default: a minute, which the alarm on them expects.</summary>
    public const string AgesVariable = "LEASE_AGES_SECONDS";

    /// <summary>Optional: ids of processes, separated by spaces, whose children are all that watch may end. Default: whatever runs in the pod.</summary>
    public const string EndsVariable = "LEASE_ENDS";

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The settings, which count only if there are no problems.</summary>
    public Settings Read()
    {
        var follows = command == LeaseProtocol.FollowCommand;
        return new Settings(
            Needed(LeaseProtocol.RegionVariable),
            Needed(LeaseProtocol.TableVariable),
            Times(follows),
            follows ? "" : Needed(LeaseProtocol.WorkloadVariable),
            follows ? Beacons(Needed(LeaseProtocol.BeaconsVariable)) : new Dictionary<string, string>(),
            follows ? Needed(LeaseProtocol.ZoneVariable) : "",
            Optional(ResolverVariable, null, Resolver, "an address and a port, such as 10.0.0.2:53"),
            variable(LeaseProtocol.FolderVariable) is { Length: > 0 } folder ? folder : LeaseProtocol.Folder,
            Optional(PortVariable, LeaseProtocol.ProbePort, Port, $"a port, from 1 to {IPEndPoint.MaxPort}"),
            Optional(AgesVariable, SavepointProtocol.MetricPeriod, Period, "a number of seconds"),
            Optional<IReadOnlySet<int>?>(EndsVariable, null, Processes, "ids of processes, separated by spaces"));
    }

    private LeaseTimes Times(bool follows)
    {
        var (lasts, looks) = (Seconds(LeaseProtocol.LastsVariable), Seconds(LeaseProtocol.LooksVariable));
        Ordered(LeaseProtocol.LooksVariable, looks * 2, LeaseProtocol.LastsVariable, lasts, "less than half of");
        if (!follows)
        {
            return new LeaseTimes(lasts, TimeSpan.MaxValue, TimeSpan.MaxValue, looks);
        }

        var (takesAfter, renews) = (Seconds(LeaseProtocol.TakesAfterVariable), Seconds(LeaseProtocol.RenewsVariable));
        Ordered(LeaseProtocol.LooksVariable, looks, LeaseProtocol.RenewsVariable, renews, "less than");
        Ordered(LeaseProtocol.RenewsVariable, renews * 2, LeaseProtocol.LastsVariable, lasts, "less than half of");
        Ordered(LeaseProtocol.LastsVariable, lasts, LeaseProtocol.TakesAfterVariable, takesAfter, "less than");
        return new LeaseTimes(lasts, takesAfter, renews, looks);
    }

    private void Ordered(string name, TimeSpan less, string otherName, TimeSpan more, string relation)
    {
        if (less > TimeSpan.Zero && more > TimeSpan.Zero && less >= more)
        {
            _problems.Add($"{name} must be {relation} {otherName}");
        }
    }

    private Dictionary<string, string> Beacons(string text)
    {
        var beacons = new Dictionary<string, string>();
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [{ Length: > 0 } workload, { Length: > 0 } beacon])
            {
                _problems.Add($"{LeaseProtocol.BeaconsVariable} has '{pair}'; each part must be workload=name of its beacon");
            }
            else if (!beacons.TryAdd(workload, beacon))
            {
                _problems.Add($"{LeaseProtocol.BeaconsVariable} has the workload '{workload}' twice");
            }
        }

        return beacons;
    }

    private string Needed(string name)
    {
        if (variable(name) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _problems.Add($"{name} is missing");
        return "";
    }

    private TimeSpan Seconds(string name)
    {
        var text = Needed(name);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= TimeSpan.SecondsPerDay)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (text.Length > 0)
        {
            _problems.Add($"{name} is '{text}'; it must be a number of seconds, more than 0 and at most a day");
        }

        return TimeSpan.Zero;
    }

    private T Optional<T>(string name, T otherwise, Func<string, (bool Good, T Value)> read, string form)
    {
        if (variable(name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        var (good, value) = read(text);
        if (!good)
        {
            _problems.Add($"{name} is '{text}'; it must be {form}");
        }

        return value;
    }

    private static (bool Good, IPEndPoint? Value) Resolver(string text) => (IPEndPoint.TryParse(text, out var value) && value.Port > 0, value);

    private static (bool Good, int Value) Port(string text) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort, port);

    private static (bool Good, TimeSpan Value) Period(string text) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0, TimeSpan.FromSeconds(seconds));

    private static (bool Good, IReadOnlySet<int>? Value) Processes(string text)
    {
        var ids = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
            .ToHashSet();
        return (ids.All(id => id > 1), ids);
    }
}
