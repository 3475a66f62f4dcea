using System.Globalization;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Verification;

namespace DrInfra.Drctl.Reports;

/// <summary>What <c>drctl verify</c> found.</summary>
/// <param name="Faults">Faults around the plan at most.</param>
/// <param name="Workloads">Each workload, with what was found of it.</param>
internal sealed record VerifyResult(int Faults, IReadOnlyList<(WorkloadRecovery Recovery, Verification Verification)> Workloads)
{
    /// <summary>Whether a workload is not safe.</summary>
    public bool IsBroken => Workloads.Any(workload => workload.Verification.IsBroken);

    /// <summary>Whether nothing can be said of a workload.</summary>
    public bool HasUnknown => Workloads.Any(workload => IsUnknown(workload.Verification));

    /// <summary>How many states were visited.</summary>
    public int States => Workloads.Sum(workload => workload.Verification.Machines.Sum(machine => machine.States));

    /// <summary>One line that says it all.</summary>
    public string Summary
    {
        get
        {
            var broken = Workloads.Where(workload => workload.Verification.IsBroken).Select(workload => workload.Recovery.Name).ToArray();
            var unknown = Workloads.Count(workload => IsUnknown(workload.Verification));
            var safe = Workloads.Count(workload => IsSafe(workload.Verification));
            var left = Workloads.Count - broken.Length - unknown - safe;
            var rest = (unknown > 0 ? $", {unknown} unknown" : "") + (left > 0 ? $", {left} not applicable" : "");
            return broken.Length > 0
                ? $"Not safe: {string.Join(", ", broken)}{rest}. {safe} of {Workloads.Count} workloads are safe."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(safe > 0 ? "Safe" : "Nothing verified")}: {safe} of {Workloads.Count} workloads{rest}; "
                        + $"{States:N0} states, every order of up to {Faults} faults.");
        }
    }

    /// <summary>Whether all states were visited, and nothing is wrong in any.</summary>
    public static bool IsSafe(Verification verification) => verification.Machines.Count > 0 && !verification.IsBroken && !IsUnknown(verification);

    /// <summary>Whether nothing can be said.</summary>
    public static bool IsUnknown(Verification verification) =>
        !verification.IsBroken && (verification.Unknown is not null || verification.Machines.Any(machine => !machine.IsComplete));
}
