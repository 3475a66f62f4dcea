namespace DrInfra.Tests.Mutants.Exempt;

internal static class BackupExemptions
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("aws:iam/role:Role description", "It is for people; the trust and the policies say what the role does."),
        new("aws:iam/rolePolicy:RolePolicy name", "It only tells the inline policies of one role apart."),
        new("aws:backup/plan:Plan name", "It is for people; selections hold the plan's id."),
        new("aws:backup/selection:Selection name", "It is for people; what is selected says nothing of it."),
        new("aws:backup/reportPlan:ReportPlan name", "It is for people and names the report's folder."),
        new("aws:backup/reportPlan:ReportPlan description", "It is for people."),
        new("aws:backup/plan:Plan rules[].copyActions[].lifecycle", "Without it a copy is kept for ever, which costs and loses nothing."),
        new("aws:backup/plan:Plan rules[].ruleName", "Nothing refers to a rule by its name."),
        new("aws:backup/reportPlan:ReportPlan reportDeliveryChannel.formats", "Without it the report is delivered as CSV."),
        new("aws:backup/reportPlan:ReportPlan reportDeliveryChannel.s3KeyPrefix",
            "It says where in the bucket a report lies; a report is evidence, no part of a recovery."),
        new("aws:backup/reportPlan:ReportPlan reportSetting.accounts", "Without it the report is about the plan's own account."),
        new("aws:backup/selection:Selection resources", "Without resources the selection takes in more: every store that meets its conditions."),
        new("aws:backup/selection:Selection fault:tag that no store has", "Tags select besides resources and conditions, so nothing is left out."),
        new("aws:backup/selection:Selection conditions", "Without conditions the selection takes in more."),
        new("aws:backup/selection:Selection conditions[]", "Without a condition the selection takes in more."),
        new("aws:backup/selection:Selection conditions[].stringEquals", "Without a condition the selection takes in more."),
        new("aws:backup/selection:Selection conditions[].stringEquals[]", "Without a condition the selection takes in more."),
    ];
}
