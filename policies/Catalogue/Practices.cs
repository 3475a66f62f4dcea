namespace DrInfra.Policies.Catalogue;

/// <summary>
/// The practices that the platform puts to work; rules say by id which of them they enforce. Each with its nearest counterpart in the
/// Reliability Pillar of the AWS Well-Architected Framework and in NIST SP 800-34 Rev. 1.
/// </summary>
public static class Practices
{
    private const string Backup = "Backup and restoration";
    private const string Failover = "Failover";
    private const string Availability = "High availability";
    private const string Incident = "Incident response";
    private const string TradeOffs = "Trade-offs";
    private const string Business = "Alignment with the business";

    public static IReadOnlyList<Practice> All { get; } =
    [
        new("B1", Backup, "backup frequency by criticality and rate of change", "REL09-BP01", "3.4.2"),
        new("B2", Backup, "daily, weekly and monthly retention", "REL09-BP01", "3.4.2"),
        new("B3", Backup, "regular restore tests with an integrity check", "REL09-BP04", "3.5.1"),
        new("B4", Backup, "automated backups", "REL09-BP03", "3.4.2"),
        new("B5", Backup, "encrypted backups", "REL09-BP02", "5.1.2"),
        new("B6", Backup, "off-site copies in another Region or account", "REL13-BP02", "3.4.2"),
        new("B*", Backup, "backups of raw data, processed data and metadata", "REL09-BP01", "3.4.2"),
        new("F1", Failover, "redundant databases, queues and pipelines", "REL10-BP01", "3.4.3"),
        new("F2", Failover, "load balancing over healthy resources", "REL11-BP02", "5.1.6"),
        new("F3", Failover, "automated failover", "REL13-BP05", "4.3"),
        new("F4", Failover, "failover tests with simulated failures", "REL12-BP04", "3.5.1",
            "a planned switchover of each plan, described in docs/runbook.md; `drctl diff` shows what an activation changes"),
        new("F5", Failover, "disaster recovery drills, including failback and restore", "REL13-BP03", "3.5.3",
            "docs/runbook.md has the recovery from a lost Region and a lost account; measurements of a drill go to recovery.yaml as evidence"),
        new("F6", Failover, "early detection of failures", "REL11-BP01", "4.2.1"),
        new("H1", Availability, "replicated distributed storage", "REL10-BP01", "5.1.6"),
        new("H2", Availability, "distributed processing that survives the loss of a node", "REL11-BP03", "5.1.6"),
        new("H3", Availability, "routing to healthy targets", "REL11-BP02", "5.1.6"),
        new("H4", Availability, "containers and orchestration", "REL11-BP03", "5.1.6",
            "images are pinned by their digest in the settings"),
        new("H5", Availability, "more than one Region", "REL10-BP01", "3.4.3"),
        new("H6", Availability, "automated scaling and self-healing", "REL07-BP01", "3.3"),
        new("H7", Availability, "monitoring of components and of the system", "REL06-BP01", "3.3"),
        new("I1", Incident, "incident response plan: roles, communication, escalation", "REL12-BP01", "3.4.6",
            "docs/runbook.md has the steps for each incident; a document is not a resource"),
        new("I2", Incident, "cross-functional response team", "REL12-BP01", "3.4.6",
            "every workload has an owner, and alerts notify people; a team is not a resource")
        {
            NotDeclared = "a team is not a resource",
            NotExercised = "no test can call people",
        },
        new("I3", Incident, "alerts with thresholds, notification and escalation", "REL11-BP06", "4.2.2"),
        new("I4", Incident, "incident records: causes, actions, lessons learned", "REL12-BP02", "4.4",
            "backup reports and logs are stored in the operations bucket; people write the incident report"),
        new("I5", Incident, "incident response exercises", "REL12-BP05", "3.5.3", "a planned switchover follows the same runbook as a disaster")
        {
            NotDeclared = "an exercise is not a resource",
            NotEnforced = "no file shows that people have exercised",
            NotExercised = "no test can call people",
        },
        new("I6", Incident, "continuous improvement from drills and incidents", "REL12-BP02", "3.6",
            "evidence of drills in recovery.yaml replaces documented figures")
        {
            NotDeclared = "evidence and reviews are in recovery.yaml",
        },
        new("T1", TradeOffs, "cost against resilience", "REL13-BP02", "3.4.5",
            "four tiers with their strategies (docs/adr/0004-tiers.md); the preview shows which objectives a small sizing puts at risk"),
        new("T2", TradeOffs, "RTO against RPO", "REL13-BP01", "3.2.1"),
        new("T3", TradeOffs, "complexity against what a team can run", "REL13-BP02", "3.4.5",
            "decisions are recorded in docs/adr; an AWS service executes failovers"),
        new("T4", TradeOffs, "on premises against cloud", "REL10-BP01", "3.4.3", "not covered")
        {
            NotDeclared = "both Regions belong to one provider",
            NotEnforced = "both Regions belong to one provider",
            NotExercised = "both Regions belong to one provider",
        },
        new("A1", Business, "documented recovery objectives", "REL13-BP01", "3.2.1"),
        new("A2", Business, "critical data and systems recover first", "REL13-BP01", "3.2.3"),
        new("A3", Business, "agreed service levels per system", "REL11-BP07", "3.2.1"),
        new("A4", Business, "regular review of plans", "REL13-BP04", "3.6")
        {
            NotDeclared = "review dates are in recovery.yaml",
        },
    ];
}
