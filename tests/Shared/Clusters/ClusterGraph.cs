using DrInfra.Drctl.Emulation;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests;

/// <summary>Records <see cref="ClusterProgram"/> in the emulated cloud.</summary>
internal static class ClusterGraph
{
    public static Task<ResourceGraph> OfAsync(ClusterProgram program) => ProgramRecorder.RecordAsync(
        "shop", "dev", new EmulatedCloud(new EmulatedAccount(ClusterProgram.AccountId, "shop", "dev")), program.Declare);
}
