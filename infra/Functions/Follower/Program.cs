using System.Runtime.InteropServices;
using DrInfra.Infra.Functions.Follower;
using DrInfra.Recovery.Protocol;

const string Help = $"""
    lease COMMAND: lets the jobs of a workload run in one Region. docs/protocol/README.md has the rules.

      {LeaseProtocol.FollowCommand}   for a Region: holds the leases of the workloads that their beacons name it for, starts and stops what follows
      {LeaseProtocol.GateCommand}     before the jobs of a pod: waits for the permission, and writes its epoch to a file
      {LeaseProtocol.WatchCommand}    beside the jobs of a pod: ends them before the permission is over

    Environment of each command:
      {LeaseProtocol.RegionVariable}, {LeaseProtocol.TableVariable}, {LeaseProtocol.LastsVariable}, {LeaseProtocol.LooksVariable}
      and of {LeaseProtocol.FollowCommand}: {LeaseProtocol.BeaconsVariable}, {LeaseProtocol.ZoneVariable},
        {LeaseProtocol.RenewsVariable}, {LeaseProtocol.TakesAfterVariable}
      and of {LeaseProtocol.GateCommand} and {LeaseProtocol.WatchCommand}: {LeaseProtocol.WorkloadVariable}
    Optional: {LeaseProtocol.FolderVariable}, {SettingsReader.PortVariable}, {SettingsReader.ResolverVariable}, {SettingsReader.EndsVariable},
      {SettingsReader.AgesVariable}
    """;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Help);
    return 0;
}

if (args is not [LeaseProtocol.FollowCommand or LeaseProtocol.GateCommand or LeaseProtocol.WatchCommand])
{
    Console.Error.WriteLine(Help);
    return 2;
}

var reader = new SettingsReader(args[0], Environment.GetEnvironmentVariable);
var settings = reader.Read();
if (reader.Problems.Count > 0)
{
    Console.Error.WriteLine(string.Join('\n', reader.Problems));
    return 2;
}

using var stop = new CancellationTokenSource();
using var asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    return args[0] switch
    {
        LeaseProtocol.FollowCommand => await FollowCommand.RunAsync(settings, stop.Token),
        LeaseProtocol.GateCommand => await GateCommand.RunAsync(settings, stop.Token),
        _ => await WatchCommand.RunAsync(settings, stop.Token),
    };
}
catch (Exception fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
