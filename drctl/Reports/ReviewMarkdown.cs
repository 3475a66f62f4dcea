using DrInfra.Drctl.Diff;

namespace DrInfra.Drctl.Reports;

public static class ReviewMarkdown
{
    public static string Render(ChangeReview review, bool check) => MarkdownReport.Render(review.After) + check;
}
