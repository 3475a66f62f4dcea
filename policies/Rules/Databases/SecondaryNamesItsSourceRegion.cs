using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SecondaryNamesItsSourceRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            var primaries = database.Members.Where(member => !GlobalDatabase.IsSecondary(member)).Select(member => member.Region).Distinct().ToArray();
            foreach (var secondary in database.Members.Where(GlobalDatabase.IsSecondary))
            {
                var source = secondary["sourceRegion"];
                if (source.IsUnknown)
                {
                    yield return Finding.Unknown(secondary, source.Path);
                }
                else if (source.Text is not { Length: > 0 } region)
                {
                    if (secondary["storageEncrypted"].Flag == true)
                    {
                        yield return Finding.Violation(secondary, "it states no source Region", source.Path);
                    }
                }
                else if (region == secondary.Region || (primaries is [{ } primary] && region != primary))
                {
                    yield return Finding.Violation(
                        secondary, $"its source Region is {region}, the primary is in {(primaries is [{ } other] ? other : "another")}", source.Path);
                }
            }
        }
    }
}
