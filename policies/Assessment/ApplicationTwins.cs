using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>One application of Managed Service for Apache Flink in two Regions, which know nothing of each other.</summary>
/// <param name="Here">In the Region that is lost.</param>
/// <param name="There">In the other one.</param>
internal sealed record ApplicationTwins(FlinkApplication Here, FlinkApplication There)
{
    /// <summary>Why both work at once; null where one does, or neither. Unknown where only the deployment will tell.</summary>
    public Reason? RunsTwice => Here.Starts == false || There.Starts == false ? null
        : Here.Starts is null ? Reason.Unknown(Here.Node, Here.Start.Path)
        : There.Starts is null ? Reason.Unknown(There.Node, There.Start.Path)
        : new Reason("it runs while its twin does so too, and nothing tells that their records are different ones", There.Node, There.Start.Path);

    /// <summary>Why nobody starts the one that is left; null where it runs. Unknown where something may start it.</summary>
    public Reason? RunsNowhere(Estate estate) => There.Starts switch
    {
        true => null,
        null => Reason.Unknown(There.Node, There.Start.Path),
        false when FlinkApplication.MayBeStarted(estate) => Reason.Uncertain(
            "it is not started, and whether what may start it does so in a failover is not known", There.Node, There.Start.Path),
        _ => new Reason($"it is not started, and nothing starts it once {Here.Node.Region} is lost", There.Node, There.Start.Path),
    };

    /// <summary>Until the one that is left runs.</summary>
    public Derivation Starts(Estate estate) => RunsNowhere(estate) switch
    {
        { } never => UnknownReason.OrNever($"{There.Node.Name} is started", never),
        null => Derivation.Nothing($"{There.Node.Name} is started", "it runs already"),
    };
}
