using System.Diagnostics;

namespace RbacGrains.Silo;

/// <summary>Keeps the questions of load balancers out of the traces: there are many, and nobody ever looks for one.</summary>
internal static class HealthIsNotTraced
{
    /// <summary>Marks requests of <c>/health</c> as not to be recorded.</summary>
    public static WebApplication LeaveHealthUntraced(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && Activity.Current is { } activity)
            {
                activity.IsAllDataRequested = false;
                activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }

            return next(context);
        });
        return app;
    }
}
