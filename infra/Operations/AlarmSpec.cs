using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Operations;

/// <summary>What an alarm does about times without data.</summary>
public enum MissingData
{
    /// <summary>Nothing was reported, so nothing is wrong.</summary>
    NotBreaching,

    /// <summary>Silence is what the alarm is for.</summary>
    Breaching,
}

/// <summary>Who looks at an alarm.</summary>
public enum AlarmUse
{
    /// <summary>People, and the composite alarm of its workload and Region.</summary>
    Composite,

    /// <summary>People, and the trigger of a Region-switch plan.</summary>
    Detector,

    /// <summary>A trigger alone, as a second condition: it is red in good health too.</summary>
    Condition,
}

/// <summary>One metric alarm of a Region, before it is a resource.</summary>
public sealed record AlarmSpec
{
    /// <summary>Its part of the name, for example <c>journal-lag</c>.</summary>
    public required string Part { get; init; }

    /// <summary>What it means that it rings.</summary>
    public required string Description { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric's dimensions, all of them: CloudWatch finds a metric by the whole set.</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary><c>Maximum</c>, <c>Sum</c> or <c>SampleCount</c>.</summary>
    public required string Statistic { get; init; }

    /// <summary>How the value compares with the threshold when it is bad. Default: it is greater.</summary>
    public string Comparison { get; init; } = "GreaterThanThreshold";

    /// <summary>In the metric's unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>Seconds; a multiple of a minute, which is the default.</summary>
    public int PeriodSeconds { get; init; } = (int)FactBook.Number("cw-period");

    /// <summary>Periods that are looked at. Default: 1.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Periods that must be bad; null = all of them.</summary>
    public int? BadPeriods { get; init; }

    /// <summary>What silence means. Default: nothing is wrong.</summary>
    public MissingData Missing { get; init; } = MissingData.NotBreaching;

    /// <summary>Who looks at it. Default: people, and the composite alarm.</summary>
    public AlarmUse Use { get; init; } = AlarmUse.Composite;

    /// <summary>One that rings as soon as the greatest value of a period is above zero, described by its part.</summary>
    public static AlarmSpec On(string part, StoreMetric metric) => new()
    {
        Part = part,
        Description = part,
        Namespace = metric.Namespace,
        Metric = metric.Name,
        Dimensions = metric.Dimensions,
        Statistic = "Maximum",
        Threshold = 0,
    };
}
