namespace DrInfra.Policies.Kubernetes;

/// <summary>Whether a selector takes something by its labels.</summary>
internal static class LabelSelector
{
    /// <summary>Null where the selector or a label that decides is not known. A selector that states nothing takes everything.</summary>
    public static bool? Takes(Prop selector, Func<string, Prop> labelOf)
    {
        if (selector.IsUnknown || selector["matchLabels"].IsUnknown || selector["matchExpressions"].IsUnknown)
        {
            return null;
        }

        bool?[] parts =
        [
            .. selector["matchLabels"].Members.Select(label => Same(labelOf(label.Name), label.Value)),
            .. selector["matchExpressions"].Items.Select(expression => Holds(expression, labelOf)),
        ];
        return parts.Aggregate((bool?)true, (all, part) => all & part);
    }

    private static bool? Same(Prop label, Prop wanted) => label.IsUnknown || wanted.IsUnknown ? null : label.Text == wanted.Text;

    private static bool? Holds(Prop expression, Func<string, Prop> labelOf)
    {
        if (expression["key"].Text is not { } key || labelOf(key) is { IsUnknown: true } || expression["values"].IsUnknown)
        {
            return null;
        }

        var value = labelOf(key).Text;
        return expression["operator"].Text switch
        {
            "In" => Listed(expression["values"], value),
            "NotIn" => !Listed(expression["values"], value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            _ => null,
        };
    }

    private static bool? Listed(Prop values, string? value) => values.Items.Any(item => item.Text is { } text && text == value) ? true
        : values.Items.Any(item => item.IsUnknown) ? null
        : false;
}
