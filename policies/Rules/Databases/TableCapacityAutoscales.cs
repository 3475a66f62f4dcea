using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableCapacityAutoscales : StackRule
{
    private static readonly string[] Dimensions = ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var table in estate.OfType(DynamoDbTypes.Table))
        {
            var mode = table["billingMode"];
            if (mode.IsUnknown)
            {
                yield return Finding.Unknown(table, mode.Path);
            }
            else if (mode.Text is not (null or "PROVISIONED" or "PAY_PER_REQUEST"))
            {
                yield return Finding.Violation(table, $"billingMode is not valid: {mode}", mode.Path);
            }
            else if (mode.Text != "PAY_PER_REQUEST")
            {
                var scaled = estate.OfType(ApplicationAutoScalingTypes.Target).Where(target => Scales(target, table))
                    .Select(target => target["scalableDimension"].Text).ToArray();
                foreach (var missing in Dimensions.Except(scaled))
                {
                    yield return Finding.Violation(table, $"its capacity is fixed: no scaling target for {missing}", mode.Path);
                }
            }
        }
    }

    private static bool Scales(Node target, Node table) => target["serviceNamespace"].Text == "dynamodb"
        && ((table["name"].Text is { } name && target["resourceId"].Text == $"table/{name}")
            || ReferenceResolver.Declared(target, "resourceId", DynamoDbTypes.Table).Contains(table));
}
