using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Operations;

/// <summary>How soon a Region that no longer answers is noticed from the other one.</summary>
public static class UnreachableDetection
{
    /// <summary>How often the canary probes, and how long a data point of its alarm is. The shortest that there is.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(FactBook.Seconds("synthetics-min"));

    /// <summary>Data points in a row that must be bad: one lost probe is no lost Region.</summary>
    public const int Periods = 3;

    /// <summary>CloudWatch looks at an alarm with a period of a minute once a minute.</summary>
    public static readonly TimeSpan Evaluation = TimeSpan.FromSeconds(FactBook.Seconds("synthetics-min"));

    /// <summary>
    /// The longest time from the loss to the alarm: what is left of a period that began well, the bad periods, and the wait for the
    /// evaluation after them.
    /// </summary>
    public static TimeSpan Longest => ((Periods + 1) * Period) + Evaluation;
}
